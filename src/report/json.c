/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON (RFC 8259), pretty and stable: the same answer gives the same bytes. Numbers are written with as few digits as
 * read back to the same double; what is unknown is null.
 */
#include "report/json.h"

#include "report/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void enti_number_text(char out[32], double value) {
    if (value == 0.0) value = 0.0; /* no "-0" */
    for (int digits = 15; digits <= 17; digits++) {
        (void)snprintf(out, 32, "%.*g", digits, value);
        if (strtod(out, NULL) == value) return;
    }
}

static void write_string(enti_text *out, const char *text) {
    enti_text_put(out, "\"", 1);
    for (const char *p = text; *p != 0;) {
        size_t size = enti_utf8_next(p);
        unsigned char c = (unsigned char)*p;
        if (size == 0) /* a damaged byte, from a damaged file: U+FFFD stands for it */
            enti_text_put(out, "\xEF\xBF\xBD", 3);
        else if (c == '"' || c == '\\')
            enti_text_add(out, "\\%c", c);
        else if (c < 0x20 || c == 0x7F)
            enti_text_add(out, "\\u%04x", c);
        else
            enti_text_put(out, p, size);
        p += size > 0 ? size : 1;
    }
    enti_text_put(out, "\"", 1);
}

static void write_indent(enti_text *out, int depth) {
    enti_text_add(out, "%*s", 2 * depth, "");
}

static void write_node(enti_text *out, const enti_node *node, int depth);

static void write_children(enti_text *out, const enti_node *node, int depth, const char *brackets) {
    enti_text_put(out, brackets, 1);
    for (const enti_node *child = node->first; child != NULL; child = child->next) {
        enti_text_put(out, "\n", 1);
        write_indent(out, depth + 1);
        if (child->key != NULL) {
            write_string(out, child->key);
            enti_text_put(out, ": ", 2);
        }
        write_node(out, child, depth + 1);
        if (child->next != NULL) enti_text_put(out, ",", 1);
    }
    if (node->first != NULL) {
        enti_text_put(out, "\n", 1);
        write_indent(out, depth);
    }
    enti_text_put(out, brackets + 1, 1);
}

static void write_node(enti_text *out, const enti_node *node, int depth) {
    char number[32];
    switch (node->kind) {
    case ENTI_NULL: enti_text_put(out, "null", 4); break;
    case ENTI_BOOL: enti_text_add(out, "%s", node->integer != 0 ? "true" : "false"); break;
    case ENTI_INTEGER: enti_text_add(out, "%ld", node->integer); break;
    case ENTI_NUMBER:
        enti_number_text(number, node->number);
        enti_text_add(out, "%s", number);
        break;
    case ENTI_STRING: write_string(out, node->string); break;
    case ENTI_ARRAY: write_children(out, node, depth, "[]"); break;
    case ENTI_OBJECT: write_children(out, node, depth, "{}"); break;
    }
}

void enti_json_write(enti_text *out, const enti_tree *tree) {
    write_node(out, &tree->root, 0);
    enti_text_put(out, "\n", 1);
}
