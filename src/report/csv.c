/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CSV in long form, one value a row, so that an answer of any shape loads into R, Stata or pandas without a schema.
 *
 *   section  key of the part of the answer; "answer" for plain values at the top
 *   item     number of the element, from 1, where the part is a list; else empty
 *   field    path below that, names and numbers joined by dots
 *   value    unknown is empty
 */
#include "report/csv.h"

#include "report/json.h"

#include <string.h>

void enti_csv_cell(enti_text *out, const char *text) {
    if (text[strcspn(text, ",\"\r\n")] == 0) {
        enti_text_put(out, text, strlen(text));
        return;
    }
    enti_text_put(out, "\"", 1);
    for (const char *p = text; *p != 0; p++) {
        if (*p == '"') enti_text_put(out, "\"", 1);
        enti_text_put(out, p, 1);
    }
    enti_text_put(out, "\"", 1);
}

static void write_value(enti_text *out, const enti_node *node) {
    char number[32];
    if (node->kind == ENTI_BOOL || node->kind == ENTI_INTEGER) {
        enti_text_add(out, "%ld", node->integer); /* every statistics program takes 1 and 0 for true and false */
    } else if (node->kind == ENTI_NUMBER) {
        enti_number_text(number, node->number);
        enti_text_add(out, "%s", number);
    } else if (node->kind == ENTI_STRING) {
        enti_csv_cell(out, node->string);
    }
}

/* Writes the rows below a node; `path` grows by one name or number a level and is cut back after. */
static void write_rows(enti_text *out, const char *section, long item, enti_text *path, const enti_node *node) {
    size_t size = path->size;
    long index = 0;

    if (node->kind != ENTI_ARRAY && node->kind != ENTI_OBJECT) {
        enti_csv_cell(out, section);
        if (item > 0)
            enti_text_add(out, ",%ld,", item);
        else
            enti_text_put(out, ",,", 2);
        enti_csv_cell(out, path->size > 0 ? path->at : "");
        enti_text_put(out, ",", 1);
        write_value(out, node);
        enti_text_put(out, "\n", 1);
        return;
    }
    for (const enti_node *child = node->first; child != NULL; child = child->next) {
        index++;
        if (child->key != NULL)
            enti_text_add(path, "%s%s", size > 0 ? "." : "", child->key);
        else
            enti_text_add(path, "%s%ld", size > 0 ? "." : "", index);
        write_rows(out, section, item, path, child);
        if (path->failed) return;
        path->size = size;
        path->at[size] = 0;
    }
}

void enti_csv_write(enti_text *out, const enti_tree *tree) {
    enti_text path = {0};

    enti_text_add(out, "section,item,field,value\n");
    for (const enti_node *part = tree->root.first; part != NULL; part = part->next) {
        if (part->kind == ENTI_ARRAY) {
            long item = 0;
            for (const enti_node *child = part->first; child != NULL; child = child->next)
                write_rows(out, part->key, ++item, &path, child);
        } else if (part->kind == ENTI_OBJECT) {
            write_rows(out, part->key, 0, &path, part);
        } else {
            enti_text_add(&path, "%s", part->key);
            write_rows(out, "answer", 0, &path, part);
        }
        if (path.failed) break;
        enti_text_clear(&path);
    }
    out->failed = out->failed || path.failed;
    enti_text_clear(&path);
}
