/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small file as one text. */
#ifndef ENTI_READ_FILE_H
#define ENTI_READ_FILE_H

#include "base/base.h"

/* Adds the bytes of a file to a text, which the caller clears. ENT_E_IO when it cannot be opened or read. */
ENT_MUST_USE ent_status enti_read_file(const char *path, enti_text *out, ent_error *err);

#endif
