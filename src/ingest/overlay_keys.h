/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables that take overlays, and what makes two of their rows the same. */
#ifndef ENTI_OVERLAY_KEYS_H
#define ENTI_OVERLAY_KEYS_H

typedef struct {
    const char *table, *keys; /* columns, parted by blanks */
} enti_overlay_key;

extern const enti_overlay_key enti_overlay_keys[]; /* ends with a NULL table */

#endif
