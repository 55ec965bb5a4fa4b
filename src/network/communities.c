/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds and opens the module with igraph. It lies beside the library or program (build tree), or below the library
 * folder of the same installation; the environment may name another with ENTENTE_NETWORK_MODULE. It is never closed:
 * igraph keeps state.
 */
#define _GNU_SOURCE /* dladdr */
#include "network/communities.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef ENTI_MODULE_FOLDERS
#define ENTI_MODULE_FOLDERS "", "entente/", "../lib/entente/"
#endif
#define FILE_NAME "libentente-network.so"

enum { MOST = 256 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const enti_module *opened;

static const enti_module *try_path(const char *path) {
    enti_module_get get = NULL;
    const enti_module *found;
    void *symbol, *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL) return NULL;
    symbol = dlsym(handle, ENTI_MODULE_SYMBOL);
    memcpy(&get, &symbol, sizeof get); /* C has no cast from an object's to a function's pointer */
    found = symbol != NULL ? get() : NULL;
    if (found != NULL && found->version == ENTI_MODULE_VERSION) return found;
    (void)dlclose(handle);
    return NULL;
}

/* The folder of the file that holds this code: the shared library, or the program that was linked with it. A program
 * started by its name alone is known by that name only, so the system is asked where it lies. */
static bool own_folder(char *out, size_t room) {
    Dl_info here;
    char *end;
    if (dladdr((const void *)&lock, &here) == 0 || here.dli_fname == NULL) return false;
    if (strstr(here.dli_fname, ".so") != NULL && strchr(here.dli_fname, '/') != NULL) {
        if (snprintf(out, room, "%s", here.dli_fname) >= (int)room) return false;
    } else {
        ssize_t size = readlink("/proc/self/exe", out, room - 1);
        if (size <= 0) return false;
        out[size] = 0;
    }
    end = strrchr(out, '/');
    if (end == NULL) return false;
    end[1] = 0;
    return true;
}

static const enti_module *look(void) {
    static const char *const folders[] = {ENTI_MODULE_FOLDERS};
    const char *named = getenv("ENTENTE_NETWORK_MODULE");
    const enti_module *found = NULL;
    char folder[1024], path[1200];
    if (named != NULL && *named != 0) return try_path(named);
    if (!own_folder(folder, sizeof folder)) return NULL;
    for (size_t f = 0; f < sizeof folders / sizeof *folders && found == NULL; f++) {
        (void)snprintf(path, sizeof path, "%s%s" FILE_NAME, folder, folders[f]);
        found = try_path(path);
    }
    return found;
}

ent_status enti_module_open(const enti_module **out, ent_error *err) {
    ent_status st = ENT_OK;
    (void)pthread_mutex_lock(&lock);
    if (opened == NULL) opened = look();
    if (opened == NULL)
        st = ent_fail(err, ENT_E_IO,
                      FILE_NAME " (communities, with igraph) is neither beside the program nor in its library folder; "
                                "install it, or name it with ENTENTE_NETWORK_MODULE");
    else
        *out = opened;
    (void)pthread_mutex_unlock(&lock);
    return st;
}

static ent_status failed(const enti_module *module, int code, ent_error *err) {
    if (code == 0) return ENT_OK;
    return ent_fail(err, strcmp(module->message(code), "memory ran out") == 0 ? ENT_E_NOMEM : ENT_E_DIVERGED, "%s: %s",
                    module->library, module->message(code));
}

ent_status enti_leiden(const enti_graph *graph, double resolution, uint64_t seed, uint32_t *membership, double *quality,
                       ent_error *err) {
    const enti_module *module = NULL;
    ent_status st = enti_module_open(&module, err);
    if (st != ENT_OK) return st;
    for (size_t i = 0; i < graph->nodes; i++)
        membership[i] = (uint32_t)i;
    *quality = 0;
    if (graph->edges == 0) return ENT_OK;
    return failed(module, module->leiden(graph, resolution, seed, membership, quality), err);
}

ent_status enti_spinglass(const enti_graph *graph, double gamma, uint64_t seed, uint32_t *membership, ent_error *err) {
    const enti_module *module = NULL;
    ent_status st = enti_module_open(&module, err);
    if (st != ENT_OK) return st;
    return failed(module, module->spinglass(graph, gamma, seed, membership), err);
}

/* ---- partitions ---- */

static double pairs_of(double k) {
    return k * (k - 1) / 2;
}

double enti_partition_likeness(const uint32_t *a, const uint32_t *b, size_t n) {
    double both = 0, in_a = 0, in_b = 0, all = pairs_of((double)n), expected, most;
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            in_a += a[i] == a[j];
            in_b += b[i] == b[j];
            both += a[i] == a[j] && b[i] == b[j];
        }
    if (all <= 0) return 1;
    expected = in_a * in_b / all;
    most = (in_a + in_b) / 2;
    return most == expected ? 1 : (both - expected) / (most - expected);
}

size_t enti_partition_tidy(uint32_t *membership, size_t n) {
    uint32_t old[MOST], seen = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t label = 0;
        while (label < seen && old[label] != membership[i])
            label++;
        if (label == seen) old[seen++] = membership[i];
        membership[i] = label;
    }
    return seen;
}
