/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens link-grammar at run time: a program that codes nothing neither loads the library nor needs it. Its messages go
 * to a handler that drops them, because a library does not write to other people's stderr. */
#include "beliefs/second_library.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static void drop_message(lg_errinfo *message, void *data) {
    (void)message;
    (void)data;
}

/* Functions in the order of the table. */
static bool find_functions(enti_link_grammar *x, char *why, size_t room) {
    const struct {
        const char *name;
        void *to;
    } functions[] = {{"dictionary_create_lang", &x->dictionary_new},
                     {"dictionary_delete", &x->dictionary_free},
                     {"parse_options_create", &x->options_new},
                     {"parse_options_delete", &x->options_free},
                     {"parse_options_set_verbosity", &x->verbosity},
                     {"parse_options_set_spell_guess", &x->spelling},
                     {"parse_options_set_linkage_limit", &x->limit},
                     {"parse_options_set_max_parse_time", &x->time},
                     {"parse_options_reset_resources", &x->reset},
                     {"parse_options_resources_exhausted", &x->exhausted},
                     {"lg_error_set_handler", &x->handler},
                     {"sentence_create", &x->sentence},
                     {"sentence_delete", &x->sentence_free},
                     {"sentence_split", &x->split},
                     {"sentence_parse", &x->parse},
                     {"linkage_create", &x->linkage},
                     {"linkage_delete", &x->linkage_free},
                     {"linkage_get_num_words", &x->words},
                     {"linkage_get_num_links", &x->links},
                     {"linkage_get_link_lword", &x->left},
                     {"linkage_get_link_rword", &x->right},
                     {"linkage_get_link_label", &x->label},
                     {"linkage_get_word", &x->word},
                     {"linkage_get_word_byte_start", &x->start}};
    for (size_t f = 0; f < sizeof functions / sizeof *functions; f++) {
        void *found = dlsym(x->handle, functions[f].name);
        if (found == NULL) {
            (void)snprintf(why, room, "this link-grammar has no function %s", functions[f].name);
            return false;
        }
        memcpy(functions[f].to, &found, sizeof found); /* POSIX lets a pointer to an object hold a function */
    }
    return true;
}

void enti_link_grammar_open(enti_link_grammar *x, char *why, size_t room) {
    x->handle = dlopen("liblink-grammar.so.5", RTLD_NOW | RTLD_LOCAL);
    if (x->handle == NULL) {
        (void)snprintf(why, room, "link-grammar is not installed (liblink-grammar.so.5)");
        return;
    }
    if (!find_functions(x, why, room)) return;
    (void)x->handler(drop_message, NULL); /* the handler before is its own */
    x->options = x->options_new();
    if (x->options != NULL) x->dictionary = x->dictionary_new("en");
    if (x->dictionary == NULL) {
        (void)snprintf(why, room, "link-grammar has no English dictionary (link-grammar-dictionaries-en)");
        return;
    }
    x->verbosity(x->options, 0);
    x->spelling(x->options, 0);
    x->limit(x->options, 100);
    x->time(x->options, 1);
}

void enti_link_grammar_close(enti_link_grammar *x) {
    if (x->dictionary != NULL) x->dictionary_free(x->dictionary);
    if (x->options != NULL) (void)x->options_free(x->options); /* always 0 */
    if (x->handle != NULL) (void)dlclose(x->handle);           /* nothing to be done about a failure */
    *x = (enti_link_grammar){0};
}
