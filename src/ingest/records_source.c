/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the bytes of a file come from: a file, standard input or memory, inflated when they begin as gzip does.
 * Plain bytes go straight to the caller's buffer. A compressed file may have several members, as gzip allows; each
 * one's length and checksum are checked by zlib. A file that inflates without measure is refused, since deflate
 * can make a thousand bytes of one. */
#include "ingest/records_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum { RAW = 1 << 16, GZIP_WINDOW = 15 + 16 /* zlib: the largest window, gzip's frame */ };
enum { BOMB_FLOOR = 64 << 20, BOMB_RATIO = 1000 };

struct enti_source {
    const char *name;
    int fd; /* -1 for memory */
    bool own;
    const unsigned char *bytes; /* memory: all of it */
    uint64_t size;              /* of the file; 0 when not known */
    uint64_t offset;            /* read of it so far */

    unsigned char *raw; /* what was read and not used: next[0] to next[left - 1] */
    const unsigned char *next;
    size_t left;
    bool ended; /* no more raw bytes */

    bool gzip, inflating, in_member, damaged;
    z_stream z;
    uint64_t inflated;
    long line; /* for errors */

    FILE *spool; /* after settling, where the source itself cannot seek */
};

/* ---- Raw bytes ------------------------------------------------------------------------------------- */

static ent_status io_fail(const enti_source *s, int why, ent_error *err) {
    return ent_fail_at(err, ENT_E_IO, s->name, s->line, 0, "the file could not be read: %s", strerror(why));
}

static ent_status read_fd(enti_source *s, void *at, size_t room, size_t *got, ent_error *err) {
    ssize_t count;
    do
        count = read(s->fd, at, room);
    while (count < 0 && errno == EINTR);
    if (count < 0) return io_fail(s, errno, err);
    *got = (size_t)count;
    s->offset += *got;
    s->ended = *got == 0;
    return ENT_OK;
}

/* Fills the raw buffer when it is empty. Memory is all there from the start. */
static ent_status fill_raw(enti_source *s, ent_error *err) {
    ent_status st = ENT_OK;
    size_t got = 0;
    if (s->left > 0 || s->ended) return ENT_OK;
    st = read_fd(s, s->raw, RAW, &got, err);
    s->next = s->raw;
    s->left = got;
    return st;
}

static ent_status read_raw(enti_source *s, void *at, size_t room, size_t *got, ent_error *err) {
    *got = s->left < room ? s->left : room;
    if (*got > 0) {
        memcpy(at, s->next, *got);
        s->next += *got;
        s->left -= *got;
        return ENT_OK;
    }
    return s->ended ? ENT_OK : read_fd(s, at, room, got, err);
}

/* ---- gzip ------------------------------------------------------------------------------------------ */

static voidpf zlib_alloc(voidpf context, uInt count, uInt size) {
    (void)context;
    return enti_alloc(count, size);
}

static void zlib_free(voidpf context, voidpf block) {
    (void)context;
    ent_free(block);
}

static ent_status gzip_fail(const enti_source *s, const char *what, ent_error *err) {
    return ent_fail_at(err, ENT_E_PARSE, s->name, s->line, 0, "%s", what);
}

static ent_status begin_inflating(enti_source *s, ent_error *err) {
    s->z.zalloc = zlib_alloc;
    s->z.zfree = zlib_free;
    if (inflateInit2(&s->z, GZIP_WINDOW) != Z_OK) return enti_no_memory(err);
    s->inflating = s->in_member = true;
    return ENT_OK;
}

/* After a member: another one, zeros up to the end as tapes leave them, or the end. */
static ent_status next_member(enti_source *s, ent_error *err) {
    ent_status st = ENT_OK;
    bool padding = false;
    for (;;) {
        ENT_TRY(fill_raw(s, err));
        if (s->left == 0) return ENT_OK;
        if (*s->next != 0) break;
        padding = true;
        s->next++;
        s->left--;
    }
    if (padding || *s->next != 0x1F)
        return gzip_fail(s, "bytes that are not gzip follow the end of the compressed data", err);
    if (inflateReset(&s->z) != Z_OK) return gzip_fail(s, "the compressed data could not be read on", err);
    s->in_member = true;
done:
    return st;
}

static ent_status check_bomb(const enti_source *s, ent_error *err) {
    uint64_t used = s->offset - s->left;
    if (s->inflated <= BOMB_FLOOR || s->inflated / BOMB_RATIO <= used) return ENT_OK;
    return ent_fail_at(err, ENT_E_PARSE, s->name, s->line, 0,
                       "%.1f MB of compressed data inflate to more than %.0f MB; if the file is what it should be, "
                       "unpack it with gunzip and import what comes out",
                       (double)used / 1e6, (double)s->inflated / 1e6);
}

static ent_status inflate_some(enti_source *s, ent_error *err) {
    int rc;
    s->z.next_in = (z_const Bytef *)s->next;
    s->z.avail_in = s->left < RAW ? (uInt)s->left : RAW; /* also cuts memory of more than 4 GB */
    s->left -= s->z.avail_in;
    rc = inflate(&s->z, Z_NO_FLUSH);
    s->next = s->z.next_in;
    s->left += s->z.avail_in;
    if (rc == Z_STREAM_END) s->in_member = false;
    if (rc == Z_MEM_ERROR) return enti_no_memory(err);
    s->damaged = rc != Z_OK && rc != Z_STREAM_END && rc != Z_BUF_ERROR;
    return ENT_OK;
}

/* Damage is told of when what came before it was handed out. */
static ent_status read_gzip(enti_source *s, void *at, size_t room, size_t *got, ent_error *err) {
    ent_status st = ENT_OK;
    uInt limit = room < RAW * 16 ? (uInt)room : RAW * 16;
    s->z.next_out = at;
    s->z.avail_out = limit;
    while (s->z.avail_out == limit) {
        if (s->damaged)
            return ent_fail_at(err, ENT_E_PARSE, s->name, s->line, 0,
                               "the compressed data are damaged (%s); fetch the file again",
                               s->z.msg != NULL ? s->z.msg : "zlib gives no reason");
        if (!s->in_member) ENT_TRY(next_member(s, err));
        if (!s->in_member) break;
        ENT_TRY(fill_raw(s, err));
        if (s->left == 0) return gzip_fail(s, "the compressed data end too early; fetch the file again", err);
        ENT_TRY(inflate_some(s, err));
    }
    *got = limit - s->z.avail_out;
    s->inflated += *got;
    ENT_TRY(check_bomb(s, err));
done:
    return st;
}

ent_status enti_source_read(enti_source *source, void *at, size_t room, size_t *got, ent_error *err) {
    ent_status st = ENT_OK;
    *got = 0;
    if (!source->gzip) return read_raw(source, at, room, got, err);
    if (!source->inflating) ENT_TRY(begin_inflating(source, err));
    st = read_gzip(source, at, room, got, err);
done:
    return st;
}

/* ---- Open and close ---------------------------------------------------------------------------------- */

static void look_for_gzip(enti_source *s) {
    s->gzip = s->left >= 3 && s->next[0] == 0x1F && s->next[1] == 0x8B && s->next[2] == Z_DEFLATED;
}

ent_status enti_source_open(const char *path, const char *name, enti_source **out, ent_error *err) {
    ent_status st = ENT_OK;
    struct stat about;
    enti_source *s = enti_alloc(1, sizeof *s);
    if (s == NULL) return enti_no_memory(err);
    s->name = name;
    s->own = strcmp(path, "-") != 0;
    s->fd = s->own ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    if (s->fd < 0) {
        st = ent_fail_at(err, ENT_E_IO, name, 0, 0, "the file could not be opened: %s", strerror(errno));
        goto done;
    }
    s->raw = enti_alloc(RAW, 1);
    if (s->raw == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    if (fstat(s->fd, &about) == 0 && S_ISREG(about.st_mode) && about.st_size > 0) s->size = (uint64_t)about.st_size;
    while (s->left < 3 && !s->ended) { /* a pipe may give less than the three bytes that tell gzip */
        size_t got = 0;
        ENT_TRY(read_fd(s, s->raw + s->left, RAW - s->left, &got, err));
        s->left += got;
    }
    s->next = s->raw;
    look_for_gzip(s);
    *out = s;
    s = NULL;
done:
    enti_source_close(s);
    return st;
}

ent_status enti_source_open_bytes(const void *bytes, size_t size, const char *name, enti_source **out, ent_error *err) {
    enti_source *s = enti_alloc(1, sizeof *s);
    if (s == NULL) return enti_no_memory(err);
    s->name = name;
    s->fd = -1;
    s->bytes = s->next = bytes;
    s->size = s->offset = s->left = size;
    s->ended = true;
    look_for_gzip(s);
    *out = s;
    return ENT_OK;
}

void enti_source_close(enti_source *source) {
    if (source == NULL) return;
    if (source->inflating) (void)inflateEnd(&source->z);         /* frees, cannot fail on a stream that was begun */
    if (source->spool != NULL) (void)fclose(source->spool);      /* a temporary file of our own */
    if (source->own && source->fd >= 0) (void)close(source->fd); /* opened for reading: nothing can be lost */
    ent_free(source->raw);
    ent_free(source);
}

void enti_source_set_line(enti_source *source, long line) {
    source->line = line;
}

void enti_source_progress(const enti_source *source, uint64_t *done, uint64_t *total) {
    *done = source->offset - source->left;
    *total = source->size;
}

/* ---- Seeking ------------------------------------------------------------------------------------------ */

static ent_status spool_fail(const enti_source *s, ent_error *err) {
    return ent_fail_at(err, ENT_E_IO, s->name, 0, 0, "the file could not be copied to a temporary one: %s",
                       strerror(errno));
}

static ent_status spool_rest(enti_source *s, const void *first, size_t count, ent_error *err) {
    ent_status st = ENT_OK;
    size_t got = count;
    char *block = NULL;
    uint64_t size = 0;
    s->spool = tmpfile();
    if (s->spool == NULL) return spool_fail(s, err);
    block = enti_alloc(RAW, 1);
    if (block == NULL) return enti_no_memory(err);
    while (got > 0) {
        if (fwrite(size == 0 ? first : block, 1, got, s->spool) != got) {
            st = spool_fail(s, err);
            goto done;
        }
        size += got;
        ENT_TRY(enti_source_read(s, block, RAW, &got, err));
    }
    if (fflush(s->spool) != 0) {
        st = spool_fail(s, err);
        goto done;
    }
    s->size = size;
done:
    ent_free(block);
    return st;
}

ent_status enti_source_settle(enti_source *source, const void *first, size_t count, ent_error *err) {
    struct stat about;
    if (!source->gzip && source->bytes != NULL) return ENT_OK;
    if (!source->gzip && source->own && fstat(source->fd, &about) == 0 && S_ISREG(about.st_mode)) return ENT_OK;
    return spool_rest(source, first, count, err);
}

ptrdiff_t enti_source_read_at(const enti_source *source, void *at, size_t count, uint64_t offset) {
    ssize_t got;
    if (offset >= source->size) return 0;
    if (source->spool == NULL && source->bytes != NULL) {
        size_t left = (size_t)(source->size - offset), take = count < left ? count : left;
        memcpy(at, source->bytes + offset, take);
        return (ptrdiff_t)take;
    }
    do
        got = pread(source->spool != NULL ? fileno(source->spool) : source->fd, at, count, (off_t)offset);
    while (got < 0 && errno == EINTR);
    return got;
}

uint64_t enti_source_size(const enti_source *source) {
    return source->size;
}
