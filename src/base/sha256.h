/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 (FIPS 180-4), by which a file that was imported before is known again. Not for secrets. */
#ifndef ENTI_SHA256_H
#define ENTI_SHA256_H

#include <stddef.h>
#include <stdint.h>

typedef struct enti_sha256 {
    uint32_t state[8];
    uint64_t bytes;
    unsigned char block[64];
} enti_sha256;

void enti_sha256_init(enti_sha256 *sha);
void enti_sha256_add(enti_sha256 *sha, const void *bytes, size_t count);
/* 64 hexadecimal digits and the end. */
void enti_sha256_text(enti_sha256 *sha, char out[65]);

#endif
