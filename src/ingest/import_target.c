/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A new database is written beside its place and linked there when it is complete, so that nobody ever sees half of one.
 * One that is there is changed in a transaction with SQLite's rollback journal: killed at any moment, the next to open it
 * finds it as it was.
 */
#include "ingest/import_target.h"

#include "ingest/importing.h"
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

ent_status enti_import_db_fail(sqlite3 *db, ent_error *err) {
    int code = sqlite3_errcode(db) & 0xFF;
    const char *path = sqlite3_db_filename(db, "main");
    if (path == NULL || *path == 0) path = "the database";
    switch (code) {
    case SQLITE_NOMEM: return enti_no_memory(err);
    case SQLITE_FULL: return ent_fail(err, ENT_E_IO, "%s: the disk is full; the database is as it was", path);
    case SQLITE_READONLY: return ent_fail(err, ENT_E_IO, "%s cannot be written: it is read-only", path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ent_fail(err, ENT_E_IO, "%s is being written by another program; try again later", path);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return ent_fail(err, ENT_E_PARSE, "%s is not a database of entente, or is damaged (%s)", path,
                        sqlite3_errmsg(db));
    default: return ent_fail(err, ENT_E_IO, "%s cannot be written: %s", path, sqlite3_errmsg(db));
    }
}

ent_status enti_import_sql(sqlite3 *db, const char *sql, ent_error *err) {
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK ? ENT_OK : enti_import_db_fail(db, err);
}

ent_status enti_import_prepare(sqlite3 *db, const char *sql, sqlite3_stmt **out, ent_error *err) {
    return sqlite3_prepare_v2(db, sql, -1, out, NULL) == SQLITE_OK ? ENT_OK : enti_import_db_fail(db, err);
}

static ent_status disk_error(const char *path, ent_error *err) {
    return ent_fail(err, ENT_E_IO, "%s cannot be written: %s", path, strerror(errno));
}

/* Whether the file that was locked is the one of that name, and nobody has put it in place as a database meanwhile. */
static bool is_part(int file, const char *path) {
    struct stat opened, named;
    return fstat(file, &opened) == 0 && stat(path, &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino && opened.st_nlink == 1;
}

/* Makes the file, or takes what a run that was cut short left behind; two runs at once would write over one another. */
static ent_status lock_part(const char *path, int *out, ent_error *err) {
    int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0) return disk_error(path, err);
    /* A file system that knows no locks is taken as it is. */
    if ((flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) || !is_part(file, path)) {
        (void)close(file); /* nothing was written */
        return ent_fail(err, ENT_E_IO, "%s is being made by another program; try again later", path);
    }
    *out = file;
    return ENT_OK;
}

/* Writes the embedded snapshot into the file. */
static ent_status write_snapshot(int file, const char *path, ent_error *err) {
    size_t size;
    const unsigned char *bytes = enti_store_snapshot(&size);
    if (ftruncate(file, 0) != 0) return disk_error(path, err);
    while (size > 0) {
        ssize_t written = write(file, bytes, size);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return disk_error(path, err);
        bytes += written;
        size -= (size_t)written;
    }
    return ENT_OK;
}

static ent_status open_file(enti_target *target, const char *path, ent_error *err) {
    if (sqlite3_open_v2(path, &target->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
        if (target->db == NULL) return enti_no_memory(err);
        return ent_fail(err, ENT_E_IO, "%s cannot be opened for writing: %s", path, sqlite3_errmsg(target->db));
    }
    (void)sqlite3_busy_timeout(target->db, 2000);
    /* Sorting stays in memory: a temporary file would be one more that can be left behind. Columns of stranger's
     * databases may hold anything: no function with side effects runs from their schema. */
    return enti_import_sql(target->db,
                           "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA trusted_schema = OFF", err);
}

static ent_status check_format(enti_target *target, ent_error *err) {
    sqlite3_stmt *row = NULL;
    bool ours = false;
    if (sqlite3_prepare_v2(target->db, "SELECT value = 'entente-snapshot-1' FROM meta WHERE key = 'format'", -1, &row,
                           NULL) == SQLITE_OK)
        ours = sqlite3_step(row) == SQLITE_ROW && sqlite3_column_int(row, 0) != 0;
    sqlite3_finalize(row);
    if (ours) return ENT_OK;
    if (sqlite3_errcode(target->db) == SQLITE_NOMEM) return enti_no_memory(err);
    if ((sqlite3_errcode(target->db) & 0xFF) == SQLITE_BUSY) return enti_import_db_fail(target->db, err);
    return ent_fail(err, ENT_E_PARSE, "%s is not a database of entente; name another file, which will be made",
                    target->path);
}

static ent_status make_new(enti_target *target, ent_error *err) {
    ent_status st = ENT_OK;
    enti_text part = {0};
    enti_text_add(&part, "%s.part", target->path);
    if (part.failed) return enti_no_memory(err);
    st = lock_part(part.at, &target->lock, err);
    if (st != ENT_OK) {
        enti_text_clear(&part); /* what is there is not ours to remove */
        return st;
    }
    target->part = part.at;
    ENT_TRY(write_snapshot(target->lock, target->part, err));
    ENT_TRY(open_file(target, target->part, err));
    /* Nobody else sees the file before it is complete: neither a journal nor waiting for the disk is needed. Packed
     * tables serve the embedded snapshot only; files are read row by row. */
    ENT_TRY(enti_import_sql(target->db, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF", err));
done:
    return st;
}

ent_status enti_target_open(const char *path, bool create, enti_target *out, ent_error *err) {
    ent_status st = ENT_OK;
    memset(out, 0, sizeof *out);
    out->path = path;
    if (access(path, F_OK) != 0) {
        if (!create || errno != ENOENT)
            return ent_fail(err, ENT_E_IO, "%s cannot be opened: %s", path, strerror(errno));
        return make_new(out, err);
    }
    ENT_TRY(open_file(out, path, err));
    ENT_TRY(check_format(out, err));
    if (sqlite3_db_readonly(out->db, "main") == 1)
        return ent_fail(err, ENT_E_IO, "%s cannot be written: it is read-only", path);
    /* A write-ahead log would leave a file that others could not read without making files beside it. */
    ENT_TRY(enti_import_sql(out->db, "PRAGMA journal_mode = DELETE", err));
done:
    return st;
}

/* What was written is on the disk. */
static ent_status sync_path(const char *path, ent_error *err) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ent_status st = ENT_OK;
    if (file < 0) return disk_error(path, err);
    if (fsync(file) != 0 && errno != EINVAL && errno != EROFS) st = disk_error(path, err);
    (void)close(file); /* it was only read */
    return st;
}

ent_status enti_target_keep(enti_target *target, ent_error *err) {
    ent_status st = ENT_OK;
    int rc = sqlite3_close(target->db);
    if (rc == SQLITE_OK) target->db = NULL;
    if (target->part == NULL) return ENT_OK;
    if (rc != SQLITE_OK) return ent_fail(err, ENT_E_IO, "%s could not be closed", target->part);
    ENT_TRY(sync_path(target->part, err));
    /* A link fails where somebody else made the file meanwhile; renaming would throw theirs away. */
    if (link(target->part, target->path) == 0) {
        (void)remove(target->part); /* the other name of the same file */
    } else if (errno == EEXIST) {
        return ent_fail(err, ENT_E_IO, "%s was made by another program meanwhile; run the import again", target->path);
    } else if (rename(target->part, target->path) != 0) {
        return disk_error(target->path, err);
    }
    ent_free(target->part);
    target->part = NULL;
done:
    return st;
}

void enti_target_close(enti_target *target) {
    sqlite3_close(target->db);
    if (target->part != NULL) (void)remove(target->part);
    ent_free(target->part);
    if (target->lock > 0) (void)close(target->lock); /* lets go of the lock */
    memset(target, 0, sizeof *target);
}
