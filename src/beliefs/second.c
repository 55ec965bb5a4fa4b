/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "beliefs/second.h"
#include <string.h>
struct enti_second { int none; };
ent_status enti_second_open(const char *cache, ent_coverage *cover, enti_second **out, ent_error *err) { (void)cache; (void)err; *out = NULL; cover->second_missing = true; return ENT_OK; }
ent_status enti_second_read(enti_second *second, const enti_sentence *first, enti_sentence *spare, const enti_speaker *speaker, bool relatives, ent_coverage *cover, enti_reading *out, ent_error *err) { (void)second;(void)first;(void)spare;(void)speaker;(void)relatives;(void)cover;(void)err; out->made=false; return ENT_OK; }
ent_status enti_second_save(enti_second *second, ent_error *err) { (void)second; (void)err; return ENT_OK; }
void enti_second_close(enti_second *second) { (void)second; }
ent_confidence enti_second_compare(const enti_reading *second, const enti_sentence *s, const enti_code *code) { (void)second; (void)s; (void)code; return ENT_SINGLE; }
