/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as text, fast: the fewest digits that read back as the same number. */
#ifndef ENTI_PANEL_NUMBER_H
#define ENTI_PANEL_NUMBER_H

#include <stddef.h>

/* Writes a finite number; returns how many bytes, no zero after them. */
size_t enti_number_put(char out[32], double value);
size_t enti_integer_put(char out[32], long value);

#endif
