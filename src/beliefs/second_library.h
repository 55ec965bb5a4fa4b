/* SPDX-License-Identifier: GPL-3.0-or-later */
/* link-grammar as a table of functions, opened when it is first needed. */
#ifndef ENTI_BELIEFS_SECOND_LIBRARY_H
#define ENTI_BELIEFS_SECOND_LIBRARY_H

#include <link-grammar/link-includes.h>
#include <stddef.h>

typedef struct enti_link_grammar {
    void *handle;
    Dictionary dictionary; /* NULL: it is not there */
    Parse_Options options;
    __typeof__(&dictionary_create_lang) dictionary_new;
    __typeof__(&dictionary_delete) dictionary_free;
    __typeof__(&parse_options_create) options_new;
    __typeof__(&parse_options_delete) options_free;
    __typeof__(&parse_options_set_verbosity) verbosity;
    __typeof__(&parse_options_set_spell_guess) spelling;
    __typeof__(&parse_options_set_linkage_limit) limit;
    __typeof__(&parse_options_set_max_parse_time) time;
    __typeof__(&parse_options_reset_resources) reset;
    __typeof__(&parse_options_resources_exhausted) exhausted;
    __typeof__(&lg_error_set_handler) handler;
    __typeof__(&sentence_create) sentence;
    __typeof__(&sentence_delete) sentence_free;
    __typeof__(&sentence_split) split;
    __typeof__(&sentence_parse) parse;
    __typeof__(&linkage_create) linkage;
    __typeof__(&linkage_delete) linkage_free;
    __typeof__(&linkage_get_num_words) words;
    __typeof__(&linkage_get_num_links) links;
    __typeof__(&linkage_get_link_lword) left;
    __typeof__(&linkage_get_link_rword) right;
    __typeof__(&linkage_get_link_label) label;
    __typeof__(&linkage_get_word) word;
    __typeof__(&linkage_get_word_byte_start) start;
} enti_link_grammar;

/* Opens the library and its English dictionary (0.4 seconds, 90 MB). When either is not there `dictionary` stays NULL
 * and `why` says what is. */
void enti_link_grammar_open(enti_link_grammar *x, char *why, size_t room);

/* Closes what is open. Accepts a zeroed one. */
void enti_link_grammar_close(enti_link_grammar *x);

#endif
