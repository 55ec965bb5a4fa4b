/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports that go wrong from outside: memory that runs out, a disk that is full, a database that may not be written, and
 * being killed at any moment. What was there before is there after, byte for byte where nothing was begun.
 * Labels: slow */
#include "support/failing.h"
#include "support/importing.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

enum { KILLS = 50, ROWS = 60000 };

static imports w;
static failing memory;

static const char small[] = "ccode,year,imports,exports\n2,1870,450,418\n20,1870,-9,3\n1029,1870,1,1\n";
static const char words[] = "rcid,short_name,issue\n77,me,Palestinian conflict\n";

static int setup(void **state) {
    (void)state;
    w = imports_new();
    import_text(&w, words);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    imports_free(&w);
    return 0;
}

/* Trade of many states and years: large enough that an import takes a while. */
static void write_large(const char *path) {
    char *text = malloc(40 * (ROWS + 1));
    size_t size;
    assert_non_null(text);
    size = (size_t)sprintf(text, "ccode,year,imports,exports\n");
    for (int i = 0; i < ROWS; i++)
        size += (size_t)sprintf(text + size, "%d,%d,%d.25,%d.5\n", 2 + i / 300, 1750 + i % 300, i, 2 * i);
    file_write(path, text, size);
    free(text);
}

/* ---- memory ---- */

static ent_status import_job(char **text, ent_error *err) {
    ent_import_result result;
    ent_status st = ent_import_file(w.database, w.file, NULL, &result, err);
    memory.at = 0;
    if (st == ENT_OK) *text = enti_strdup(result.unresolved_codes);
    return st;
}

/* The database is made anew, which is a path of its own. */
static ent_status fresh_job(char **text, ent_error *err) {
    (void)remove(w.database);
    return import_job(text, err);
}

static ent_status map_job(char **text, ent_error *err) {
    ent_import_options options = ent_import_options_default();
    char *path = text_of("%s/map.json", w.folder);
    ent_import_result result;
    ent_status st;
    options.map = path;
    st = ent_import_file(w.database, w.file, &options, &result, err);
    memory.at = 0;
    if (st == ENT_OK) *text = enti_strdup(result.dataset);
    free(path);
    return st;
}

static ent_status list_job(char **text, ent_error *err) {
    ent_imports list = {.count = 0};
    ent_layout layout = {.format = ENT_JSON};
    size_t size;
    ent_status st = ent_imports_list(w.database, &list, err);
    if (st == ENT_OK) st = ent_report_imports(&list, &layout, text, &size, err);
    ent_imports_free(&list);
    return st;
}

static ent_status export_job(char **text, ent_error *err) {
    char *path = text_of("%s/out.csv", w.folder);
    ent_status st = ent_import_export(w.database, "un_issues", ENT_EXPORT_CSV, path, err);
    memory.at = 0;
    if (st == ENT_OK) {
        size_t size;
        char *bytes = file_read(path, &size);
        *text = enti_strdup(bytes);
        free(bytes);
    }
    free(path);
    return st;
}

static void test_memory(void **state) {
    static const char map[] =
        "{\"dataset\": \"mine\", \"columns\": [{\"name\": \"ccode\", \"kind\": \"state\", \"scheme\":"
        " \"cow\", \"key\": true}, {\"name\": \"year\", \"kind\": \"integer\", \"key\": true, \"missing\":"
        " [\"-9\"]}, {\"name\": \"day\", \"kind\": \"date\", \"from\": [\"year\"]}]}";
    char *path = text_of("%s/map.json", w.folder);
    (void)state;
    file_write(path, map, strlen(map));
    free(path);
    failing_use(&memory);
    failing_check(&memory, "list", list_job);
    failing_check(&memory, "export", export_job);
    file_write(w.file, small, strlen(small));
    failing_check(&memory, "import", import_job);
    failing_check(&memory, "import into a new database", fresh_job);
    failing_check(&memory, "column map", map_job);
    ent_alloc_use(NULL);
    assert_int_equal(memory.live, 0);
    expect_rows(&w, "PRAGMA integrity_check", "ok");
}

/* ---- the disk ---- */

/* Imports in a child whose files may not grow beyond `limit` bytes; returns its status. */
static ent_status import_limited(const char *database, rlim_t limit) {
    int status = 0;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct rlimit size = {limit, limit};
        ent_error err;
        (void)signal(SIGXFSZ, SIG_IGN);
        if (setrlimit(RLIMIT_FSIZE, &size) != 0) _exit(99);
        _exit((int)ent_import_file(database, w.file, NULL, NULL, &err));
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return (ent_status)WEXITSTATUS(status);
}

static void test_full_disk(void **state) {
    char *fresh = text_of("%s/fresh.db", w.folder), *before, *after;
    size_t size, size_after;
    (void)state;
    write_large(w.file);
    before = file_read(w.database, &size);
    for (rlim_t room = 4096; room < 1 << 20; room *= 4)
        assert_int_equal(import_limited(w.database, size + room), ENT_E_IO);
    expect_rows(&w, "PRAGMA integrity_check", "ok");
    expect_rows(&w, "SELECT dataset FROM imports", "un_issues");
    after = file_read(w.database, &size_after);
    assert_int_equal(size_after, size);
    assert_int_equal(import_limited(fresh, 1 << 20), ENT_E_IO);
    assert_int_equal(import_limited(fresh, size), ENT_E_IO);
    assert_int_equal(access(fresh, F_OK), -1);
    assert_int_equal(folder_count(w.folder), 2); /* the database and the file: neither journal nor part */
    assert_int_equal(import_limited(w.database, RLIM_INFINITY), ENT_OK);
    free(before);
    free(after);
    free(fresh);
}

static void test_read_only(void **state) {
    ent_error err = {.status = ENT_OK};
    size_t size, size_after;
    char *before = file_read(w.database, &size), *after;
    (void)state;
    file_write(w.file, small, strlen(small));
    assert_int_equal(chmod(w.database, 0444), 0);
    if (access(w.database, W_OK) == 0) { /* root may write everything */
        free(before);
        skip();
    }
    assert_int_equal(ent_import_file(w.database, w.file, NULL, NULL, &err), ENT_E_IO);
    assert_non_null(strstr(err.message, "read-only"));
    after = file_read(w.database, &size_after);
    assert_int_equal(size, size_after);
    assert_memory_equal(before, after, size);
    free(before);
    free(after);
}

/* ---- being killed ---- */

static double seconds(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static pid_t import_in_child(const char *database) {
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        ent_error err;
        _exit((int)ent_import_file(database, w.file, NULL, NULL, &err));
    }
    return child;
}

static void wait_for(double duration) {
    struct timespec pause = {(time_t)duration, (long)((duration - (double)(time_t)duration) * 1e9)};
    while (nanosleep(&pause, &pause) != 0 && errno == EINTR) {
    }
}

static void open_to_read(const char *path) {
    ent_error err = {.status = ENT_OK};
    ent_store *store = NULL;
    must(ent_store_open(path, &store, &err), &err);
    ent_store_close(store);
}

/* Kills at moments spread over the time an import takes. The old content is equal; the new is there whole or not at all. */
static void test_killed(void **state) {
    char *copy = text_of("%s/copy.db", w.folder), *journal = text_of("%s/copy.db-journal", w.folder), *bytes;
    double began, whole;
    size_t size;
    int status = 0, killed = 0, begun = 0;
    (void)state;
    write_large(w.file);
    bytes = file_read(w.database, &size);
    file_write(copy, bytes, size);
    began = seconds();
    assert_int_equal(waitpid(import_in_child(copy), &status, 0) > 0, 1);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == ENT_OK);
    whole = seconds() - began;
    for (int i = 0; i < KILLS; i++) {
        char *old, *found, *check;
        pid_t child;
        (void)remove(journal);
        file_write(copy, bytes, size);
        child = import_in_child(copy);
        wait_for(whole * (i + 0.5) / KILLS);
        (void)kill(child, SIGKILL);
        assert_int_equal(waitpid(child, &status, 0), child);
        killed += WIFSIGNALED(status);
        begun += access(journal, F_OK) == 0;
        open_to_read(copy); /* undoes what was begun */
        check = rows_of(copy, "PRAGMA integrity_check");
        assert_string_equal(check, "ok");
        old = rows_of(copy, "SELECT * FROM import_un_issues");
        assert_string_equal(old, "1|2|77|Palestinian conflict");
        found = rows_of(copy,
                        "SELECT count(*) FROM imports WHERE dataset = 'trade_state' UNION ALL SELECT rows FROM imports"
                        " WHERE dataset = 'trade_state'");
        if (strcmp(found, "0") != 0 && strcmp(found, "1 60000") != 0) fail_msg("after kill %d: %s", i, found);
        free(check);
        free(old);
        free(found);
    }
    if (killed < KILLS / 2 || begun < 5) fail_msg("%d were killed, %d with a journal", killed, begun);
    (void)remove(copy);
    (void)remove(journal);
    free(bytes);
    free(copy);
    free(journal);
}

/* A database that is being made is not there, or whole; what a killed run left does not keep the next from working. */
static void test_killed_new(void **state) {
    char *fresh = text_of("%s/fresh.db", w.folder), *part = text_of("%s/fresh.db.part", w.folder);
    double began, whole;
    int status = 0;
    ent_error err = {.status = ENT_OK};
    (void)state;
    write_large(w.file);
    began = seconds();
    assert_true(waitpid(import_in_child(fresh), &status, 0) > 0);
    whole = seconds() - began;
    for (int i = 0; i < 10; i++) {
        pid_t child;
        (void)remove(fresh);
        child = import_in_child(fresh);
        wait_for(whole * (i + 0.5) / 10);
        (void)kill(child, SIGKILL);
        assert_int_equal(waitpid(child, &status, 0), child);
        if (access(fresh, F_OK) == 0) {
            char *check = rows_of(fresh, "SELECT count(*) FROM import_trade_state");
            assert_string_equal(check, "60000");
            free(check);
        }
    }
    (void)remove(fresh);
    must(ent_import_file(fresh, w.file, NULL, NULL, &err), &err);
    assert_int_equal(access(part, F_OK), -1);
    free(fresh);
    free(part);
}

/* The program itself: ctrl-C rolls back and says so, with status 1. */
static void test_interrupted(void **state) {
    char *copy = text_of("%s/copy.db", w.folder), *bytes, *found;
    size_t size;
    bool stopped = false;
    (void)state;
    write_large(w.file);
    bytes = file_read(w.database, &size);
    for (int i = 0; i < 40 && !stopped; i++) {
        int status = 0;
        pid_t child;
        file_write(copy, bytes, size);
        child = fork();
        assert_true(child >= 0);
        if (child == 0) {
            int null = open("/dev/null", O_WRONLY);
            (void)dup2(null, 1);
            (void)dup2(null, 2);
            (void)execl(build_path("ENTENTE_TEST_CLI"), "entente", "data", "import", w.file, "--into", copy,
                        (char *)NULL);
            _exit(127);
        }
        wait_for(0.005 * (i + 1));
        (void)kill(child, SIGINT);
        assert_int_equal(waitpid(child, &status, 0), child);
        /* Before the handler is set the signal kills; after the last row it comes too late. */
        stopped = WIFEXITED(status) && WEXITSTATUS(status) == 1;
        found = rows_of(copy, "SELECT count(*) FROM imports");
        assert_true(strcmp(found, "1") == 0 || (WIFEXITED(status) && WEXITSTATUS(status) == 0));
        free(found);
    }
    if (!stopped) fail_msg("no import was stopped by SIGINT");
    (void)remove(copy);
    free(bytes);
    free(copy);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {TEST(test_memory), TEST(test_full_disk),  TEST(test_read_only),
                                       TEST(test_killed), TEST(test_killed_new), TEST(test_interrupted)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
