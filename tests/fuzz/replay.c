/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands in for libFuzzer in ordinary builds: feeds the empty input and every file of the folders named on the
 * command line to a fuzz target, in the order of their names. */
#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static int feed(const char *path) {
    unsigned char *bytes = NULL;
    size_t size = 0, room = 0, got;
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        (void)fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return 1;
    }
    do {
        if (size == room) {
            unsigned char *more = realloc(bytes, room = room == 0 ? 4096 : room * 2);
            if (more == NULL) abort();
            bytes = more;
        }
        got = fread(bytes + size, 1, room - size, file);
        size += got;
    } while (got > 0);
    if (ferror(file)) {
        (void)fprintf(stderr, "%s: cannot read\n", path);
        abort();
    }
    (void)fclose(file);
    /* A block of the exact size, so that the sanitizers see one byte too far. */
    unsigned char *exact = malloc(size > 0 ? size : 1);
    if (exact == NULL) abort();
    memcpy(exact, bytes, size);
    free(bytes);
    (void)LLVMFuzzerTestOneInput(exact, size);
    free(exact);
    return 0;
}

static int feed_folder(const char *folder, size_t *fed) {
    struct dirent **entries;
    int failed = 0, count = scandir(folder, &entries, NULL, alphasort);
    if (count < 0) {
        if (errno == ENOENT) return 0; /* a target need not have a corpus */
        (void)fprintf(stderr, "%s: %s\n", folder, strerror(errno));
        return 1;
    }
    for (int i = 0; i < count; i++) {
        char path[4096];
        if (entries[i]->d_name[0] != '.') {
            int length = snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
            if (length < 0 || (size_t)length >= sizeof path) abort();
            failed |= feed(path);
            (*fed)++;
        }
        free(entries[i]);
    }
    free(entries);
    return failed;
}

int main(int argc, char **argv) {
    size_t fed = 0;
    int failed = 0;
    (void)LLVMFuzzerTestOneInput((const uint8_t *)"", 0);
    for (int i = 1; i < argc; i++)
        failed |= feed_folder(argv[i], &fed);
    (void)printf("%zu files\n", fed);
    return failed;
}
