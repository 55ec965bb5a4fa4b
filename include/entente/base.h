/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * @file
 * What every part of entente shares: status codes, errors, allocation, missing values, version.
 */
#ifndef ENTENTE_BASE_H
#define ENTENTE_BASE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
/** Marks a symbol of the public, stable interface. */
#define ENT_API __attribute__((visibility("default")))
/** The result must be looked at. */
#define ENT_MUST_USE __attribute__((warn_unused_result))
/** Compiler check of printf-like arguments. */
#define ENT_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#else
#define ENT_API
#define ENT_MUST_USE
#define ENT_PRINTF(fmt, args)
#endif

/** Version of the interface declared in these headers. */
#define ENT_VERSION_MAJOR 0
#define ENT_VERSION_MINOR 1
#define ENT_VERSION_PATCH 0

/** An integer that is not known. A double that is not known is NaN. */
#define ENT_MISSING INT32_MIN

/** What a function that can fail returns. */
typedef enum ent_status {
    ENT_OK = 0,
    ENT_E_ARG,       /**< an argument makes no sense (programming or usage) */
    ENT_E_RANGE,     /**< a value lies outside its documented range */
    ENT_E_NOMEM,     /**< memory ran out */
    ENT_E_IO,        /**< a file could not be read or written */
    ENT_E_PARSE,     /**< a file or text is not in the expected form */
    ENT_E_MISSING,   /**< data that the question needs are not there */
    ENT_E_DIVERGED,  /**< an iteration did not converge */
    ENT_E_CANCELLED, /**< the caller asked to stop */
} ent_status;

/** Longest message an ent_error holds, with its end. */
#define ENT_ERROR_MESSAGE 512

/**
 * Details of a failure, owned by the caller, who may pass NULL instead. Set only on failure.
 * When data is at fault, `file`, `row` and `column` say where (row and column count from 1; 0 = not known).
 */
typedef struct ent_error {
    ent_status status;
    char message[ENT_ERROR_MESSAGE]; /**< one line, no newline, no program name */
    char file[128];
    long row;
    long column;
} ent_error;

/** Short fixed name of a status, such as "range". Never NULL. */
ENT_API const char *ent_status_name(ent_status status);

/** Allocation functions for everything entente allocates. `size` is never 0. */
typedef struct ent_alloc {
    void *(*alloc)(void *context, size_t size);                /**< NULL when memory ran out */
    void *(*realloc)(void *context, void *block, size_t size); /**< as realloc(3) */
    void (*free)(void *context, void *block);                  /**< accepts NULL */
    void *context;
} ent_alloc;

/**
 * Replaces the allocator of the process; NULL restores malloc(3). Call it before any other function
 * and only while no entente object exists. Not thread-safe.
 */
ENT_API void ent_alloc_use(const ent_alloc *alloc);

/** Frees a block whose description says "the caller frees it with ent_free". Accepts NULL. */
ENT_API void ent_free(void *block);

/** Version of the library at run time, such as "0.1.0". Static. */
ENT_API const char *ent_version(void);

#ifdef __cplusplus
}
#endif
#endif
