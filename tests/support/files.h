/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder for a test's own files, and files read and written whole. */
#ifndef TESTS_FILES_H
#define TESTS_FILES_H

#include "support/fixture.h"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

/* Text of any length; the caller frees it. */
static inline char *text_of(const char *format, ...) ENT_PRINTF(1, 2);
static inline char *text_of(const char *format, ...) {
    va_list args;
    int size;
    char *text;
    va_start(args, format);
    size = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert_true(size >= 0);
    text = malloc((size_t)size + 1);
    assert_non_null(text);
    va_start(args, format);
    (void)vsnprintf(text, (size_t)size + 1, format, args);
    va_end(args);
    return text;
}

/* A new empty folder; folder_remove frees the text. */
static inline char *folder_new(void) {
    const char *base = getenv("TMPDIR");
    char *path = text_of("%s/entente-test-XXXXXX", base != NULL && *base != 0 ? base : "/tmp");
    assert_non_null(mkdtemp(path));
    return path;
}

/* Number of files in a folder; removes them when asked to. */
static inline size_t folder_walk(const char *folder, bool remove_them) {
    DIR *dir = opendir(folder);
    struct dirent *entry;
    size_t count = 0;
    assert_non_null(dir);
    while ((entry = readdir(dir)) != NULL) {
        char *path;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        count++;
        if (!remove_them) continue;
        path = text_of("%s/%s", folder, entry->d_name);
        (void)remove(path); /* what is left makes rmdir fail */
        free(path);
    }
    (void)closedir(dir);
    return count;
}

static inline size_t folder_count(const char *folder) {
    return folder_walk(folder, false);
}

static inline void folder_remove(char *folder) {
    (void)folder_walk(folder, true);
    assert_int_equal(rmdir(folder), 0);
    free(folder);
}

/* The bytes of a file, with a zero after the last; the caller frees them. */
static inline char *file_read(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    struct stat about;
    char *bytes;
    if (file == NULL || fstat(fileno(file), &about) != 0) fail_msg("%s cannot be read", path);
    *size = (size_t)about.st_size;
    bytes = malloc(*size + 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, *size, file), *size);
    bytes[*size] = 0;
    (void)fclose(file);
    return bytes;
}

static inline void file_write(const char *path, const void *bytes, size_t size) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

/* A value the build hands to every test, such as ENTENTE_TEST_SNAPSHOT. */
static inline const char *build_path(const char *variable) {
    const char *path = getenv(variable);
    if (path == NULL) fail_msg("%s is not set; run the test through ctest", variable);
    return path;
}

#endif
