/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few short-lived threads: the caller works too, so one processor costs no thread at all. */
#include "base/parallel.h"

#include <pthread.h>
#include <stdbool.h>
#include <unistd.h>

enum { MOST_THREADS = 8 };

typedef struct {
    enti_job job;
    void *context;
    size_t first, last;
    pthread_t thread;
    bool started;
} part;

static void *run(void *of_part) {
    part *p = of_part;
    p->job(p->context, p->first, p->last);
    return NULL;
}

static size_t processors(void) {
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : count > MOST_THREADS ? MOST_THREADS : (size_t)count;
}

void enti_parallel(size_t count, size_t least, enti_job job, void *context) {
    part parts[MOST_THREADS];
    size_t units = least > 0 ? count / least : 0, n = processors(), size;
    if (n > units) n = units;
    if (n < 2) {
        job(context, 0, count);
        return;
    }
    size = units / n * least;
    for (size_t k = 1; k < n; k++) {
        parts[k] =
            (part){.job = job, .context = context, .first = k * size, .last = k + 1 == n ? count : (k + 1) * size};
        parts[k].started = pthread_create(&parts[k].thread, NULL, run, &parts[k]) == 0;
    }
    job(context, 0, size);
    for (size_t k = 1; k < n; k++) {
        if (parts[k].started)
            (void)pthread_join(parts[k].thread, NULL); /* a thread just made can be joined */
        else
            job(context, parts[k].first, parts[k].last);
    }
}
