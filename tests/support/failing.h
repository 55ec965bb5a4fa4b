/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An allocator that counts live blocks and fails on demand: the n-th allocation alone, or every one from the n-th on. */
#ifndef TESTS_FAILING_H
#define TESTS_FAILING_H

#include "support/fixture.h"

typedef struct {
    long at;     /* which allocation fails, from 1; 0 for none */
    bool onward; /* and all after it */
    long calls, live;
} failing;

static inline bool failing_now(failing *f) {
    f->calls++;
    return f->at > 0 && (f->calls == f->at || (f->onward && f->calls > f->at));
}

static inline void *failing_alloc(void *context, size_t size) {
    failing *f = context;
    void *block = failing_now(f) ? NULL : malloc(size);
    assert_true(size > 0);
    f->live += block != NULL;
    return block;
}

static inline void *failing_realloc(void *context, void *block, size_t size) {
    failing *f = context;
    void *grown = failing_now(f) ? NULL : realloc(block, size);
    f->live += grown != NULL && block == NULL;
    return grown;
}

static inline void failing_free(void *context, void *block) {
    failing *f = context;
    f->live -= block != NULL;
    free(block);
}

static inline void failing_use(failing *f) {
    const ent_alloc alloc = {failing_alloc, failing_realloc, failing_free, f};
    ent_alloc_use(&alloc);
}

/* Something that allocates. Returns its status; `text` receives what it made, as text, or stays NULL. */
typedef ent_status (*failing_job)(char **text, ent_error *err);

/* Shows where two texts part. */
static inline int failing_differs(const char *name, long n, const char *whole, const char *text) {
    size_t at = 0, from;
    if (strcmp(whole, text) == 0) return 0;
    while (whole[at] == text[at] && whole[at] != 0)
        at++;
    from = at > 60 ? at - 60 : 0;
    print_error("%s: allocation %ld fails, and the answer is not whole: expected \"%.100s\", found \"%.100s\"\n", name,
                n, whole + from, text + from);
    return 1;
}

/* Runs a job with each allocation failing, in both ways; beyond the 300th only some. What it makes must be whole. */
static inline void failing_check(failing *f, const char *name, failing_job job) {
    ent_error err = {.status = ENT_OK};
    long total, before = f->live, step = 1, refused = 0;
    int bad = 0;
    char *whole = NULL;
    f->at = f->calls = 0;
    must(job(&whole, &err), &err);
    total = f->calls;
    assert_int_equal(f->live - before, whole != NULL);
    for (long n = 1; n <= total; n += step) {
        if (n > 300) step = (total - 300) / 100 + 1;
        for (int onward = 0; onward < 2; onward++) {
            char *text = NULL;
            ent_status st;
            f->at = n;
            f->onward = onward != 0;
            f->calls = 0;
            memset(&err, 0, sizeof err);
            st = job(&text, &err);
            f->at = 0;
            if (st != ENT_OK && st != ENT_E_NOMEM) {
                print_error("%s: allocation %ld fails: %s\n", name, n, err.message);
                bad++;
            }
            if (st == ENT_E_NOMEM) assert_true(err.status == ENT_E_NOMEM && *err.message != 0);
            if (st != ENT_OK && text != NULL) fail_msg("%s: allocation %ld fails, yet there is a result", name, n);
            if (st == ENT_OK && (whole == NULL) != (text == NULL)) fail_msg("%s: allocation %ld: no result", name, n);
            if (st == ENT_OK && whole != NULL) bad += failing_differs(name, n, whole, text);
            refused += st != ENT_OK;
            ent_free(text);
            if (f->live != before + (whole != NULL)) fail_msg("%s: allocation %ld fails: memory leaks", name, n);
        }
    }
    assert_true(refused > 0);
    ent_free(whole);
    assert_int_equal(f->live, before);
    assert_int_equal(bad, 0);
}

#endif
