/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last step of every report. Memory that ran out anywhere on the way is noticed here. */
#include "report/output.h"

#include "report/csv.h"
#include "report/json.h"

#include <string.h>

ent_status enti_text_finish(enti_text *text, char **out, size_t *size, ent_error *err) {
    if (text->failed || text->at == NULL) {
        enti_text_clear(text);
        return enti_no_memory(err);
    }
    *out = text->at;
    if (size != NULL) *size = text->size;
    memset(text, 0, sizeof *text);
    return ENT_OK;
}

ent_status enti_tree_finish(enti_tree *tree, ent_format format, char **out, size_t *size, ent_error *err) {
    enti_text text = {0};
    if (tree->failed)
        text.failed = true;
    else if (format == ENT_CSV)
        enti_csv_write(&text, tree);
    else
        enti_json_write(&text, tree);
    enti_tree_clear(tree);
    return enti_text_finish(&text, out, size, err);
}
