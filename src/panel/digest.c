/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The digest of base/sha256.h for callers of the library, whose block has the same parts. */
#include "base/base.h"
#include "base/sha256.h"

#include <entente/panel.h>
#include <string.h>

_Static_assert(sizeof(ent_digest) == sizeof(enti_sha256), "the parts are the same");

void ent_digest_start(ent_digest *digest) {
    enti_sha256 sha;
    enti_sha256_init(&sha);
    memcpy(digest, &sha, sizeof sha);
}

void ent_digest_add(ent_digest *digest, const void *bytes, size_t size) {
    enti_sha256 sha;
    memcpy(&sha, digest, sizeof sha);
    enti_sha256_add(&sha, bytes, size);
    memcpy(digest, &sha, sizeof sha);
}

void ent_digest_end(ent_digest *digest, char out[65]) {
    enti_sha256 sha;
    memcpy(&sha, digest, sizeof sha);
    enti_sha256_text(&sha, out);
}
