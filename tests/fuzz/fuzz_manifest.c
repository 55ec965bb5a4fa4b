/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a manifest: refused with one clear line, or read into values that are in range. */
#include "base/base.h"

#include <entente/panel.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    ent_error err = {.status = ENT_OK};
    ent_manifest m;
    void *owner = NULL;
    ent_status st = ent_manifest_read((const char *)bytes, size, &m, &owner, &err);
    if (st != ENT_OK && (err.status != st || *err.message == 0 || owner != NULL)) abort();
    if (st == ENT_OK) {
        if (m.options.unit > ENT_LEADER_YEAR || m.options.contiguity < 1 || m.options.contiguity > 5) abort();
        if (m.format > ENT_FILE_NDJSON || strlen(m.output_digest) != 64 || m.version == NULL) abort();
    }
    ent_free(owner);
    return 0;
}
