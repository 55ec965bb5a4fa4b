/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Just enough UTF-8 to lay out names and to keep damaged bytes out of files. */
#ifndef ENTI_REPORT_UTF8_H
#define ENTI_REPORT_UTF8_H

#include <stddef.h>

/* Bytes of the well-formed character at `text` (1 to 4), or 0 when its bytes are no UTF-8 or the text ends. */
size_t enti_utf8_next(const char *text);

/* Columns that `size` bytes take on a terminal; a damaged byte takes one. */
int enti_utf8_width(const char *text, size_t size);

#endif
