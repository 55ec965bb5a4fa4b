/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layout of a pack: head, one entry a query, then for each query cells and kinds, last the texts, each held once. All
 * offsets count from the beginning and are multiples of eight, but those of texts, which count from the texts. */
#include "store/pack.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    char magic[8];
    uint64_t entries, texts; /* how many; offset */
} pack_head;

typedef struct {
    uint64_t sql; /* offset into the texts */
    uint64_t count, columns, cells, kinds;
} pack_entry;

static const char magic[8] = {'e', 'n', 't', 'p', 'a', 'c', 'k', '1'};

enum { ENTRIES_MAX = 256, SLOTS_FIRST = 1 << 12 };

struct enti_pack_writer {
    pack_entry entries[ENTRIES_MAX]; /* cells and kinds count from the blocks */
    size_t entries_count;
    enti_text blocks, texts, whole;
    uint64_t *slots; /* hash table of texts: offset + 1, or 0 */
    size_t slots_count, used;
};

ent_status enti_pack_writer_new(enti_pack_writer **out, ent_error *err) {
    enti_pack_writer *w = enti_alloc(1, sizeof *w);
    if (w != NULL) w->slots = enti_alloc(SLOTS_FIRST, sizeof *w->slots);
    if (w == NULL || w->slots == NULL) {
        ent_free(w);
        return enti_no_memory(err);
    }
    w->slots_count = SLOTS_FIRST;
    *out = w;
    return ENT_OK;
}

void enti_pack_writer_free(enti_pack_writer *w) {
    if (w == NULL) return;
    enti_text_clear(&w->blocks);
    enti_text_clear(&w->texts);
    enti_text_clear(&w->whole);
    ent_free(w->slots);
    ent_free(w);
}

/* The slot of a text, which is empty when it is not there yet. FNV-1a, linear probing. */
static uint64_t *slot_of(enti_pack_writer *w, const char *text) {
    uint64_t hash = 1469598103934665603u;
    size_t at;
    for (const char *c = text; *c != 0; c++)
        hash = (hash ^ (unsigned char)*c) * 1099511628211u;
    at = (size_t)hash & (w->slots_count - 1);
    while (w->slots[at] != 0 && strcmp(w->texts.at + w->slots[at] - 1, text) != 0)
        at = (at + 1) & (w->slots_count - 1);
    return &w->slots[at];
}

static bool grow_slots(enti_pack_writer *w) {
    uint64_t *old = w->slots;
    size_t count = w->slots_count;
    w->slots = enti_alloc(2 * count, sizeof *w->slots);
    if (w->slots == NULL) {
        w->slots = old;
        return false;
    }
    w->slots_count = 2 * count;
    for (size_t i = 0; i < count; i++)
        if (old[i] != 0) *slot_of(w, w->texts.at + old[i] - 1) = old[i];
    ent_free(old);
    return true;
}

static bool add_text(enti_pack_writer *w, const char *text, uint64_t *out) {
    uint64_t *slot;
    if (2 * w->used >= w->slots_count && !grow_slots(w)) return false;
    slot = slot_of(w, text);
    if (*slot == 0) {
        *slot = w->texts.size + 1;
        w->used++;
        enti_text_put(&w->texts, text, strlen(text) + 1);
    }
    *out = *slot - 1;
    return !w->texts.failed;
}

static void pad(enti_text *text) {
    static const char zeros[8] = {0};
    enti_text_put(text, zeros, (8 - text->size % 8) % 8);
}

ent_status enti_pack_add(enti_pack_writer *w, const char *sql, const enti_rows *rows, ent_error *err) {
    pack_entry *e = &w->entries[w->entries_count];
    size_t cells = rows->count * rows->columns;

    for (size_t i = 0; i < w->entries_count; i++)
        if (strcmp(w->texts.at + w->entries[i].sql, sql) == 0) return ENT_OK;
    if (w->entries_count == ENTRIES_MAX) return ent_fail(err, ENT_E_RANGE, "a pack holds %d queries", ENTRIES_MAX);
    if (!add_text(w, sql, &e->sql)) return enti_no_memory(err);
    e->count = rows->count;
    e->columns = rows->columns;
    e->cells = w->blocks.size;
    for (size_t i = 0; i < cells; i++) {
        enti_cell cell = rows->cells[i];
        if (rows->kinds[i] == ENTI_CELL_TEXT && !add_text(w, rows->texts + rows->cells[i].text, &cell.text))
            return enti_no_memory(err);
        enti_text_put(&w->blocks, (const char *)&cell, sizeof cell);
    }
    e->kinds = w->blocks.size;
    if (cells > 0) enti_text_put(&w->blocks, (const char *)rows->kinds, cells);
    pad(&w->blocks);
    if (w->blocks.failed) return enti_no_memory(err);
    w->entries_count++;
    return ENT_OK;
}

ent_status enti_pack_bytes(enti_pack_writer *w, const char **bytes, size_t *size, ent_error *err) {
    uint64_t first = sizeof(pack_head) + w->entries_count * sizeof(pack_entry);
    pack_head head = {.entries = w->entries_count, .texts = first + w->blocks.size};

    memcpy(head.magic, magic, sizeof head.magic);
    enti_text_clear(&w->whole);
    enti_text_put(&w->whole, (const char *)&head, sizeof head);
    for (size_t i = 0; i < w->entries_count; i++) {
        pack_entry e = w->entries[i];
        e.cells += first;
        e.kinds += first;
        enti_text_put(&w->whole, (const char *)&e, sizeof e);
    }
    if (w->blocks.size > 0) enti_text_put(&w->whole, w->blocks.at, w->blocks.size);
    if (w->texts.size > 0) enti_text_put(&w->whole, w->texts.at, w->texts.size);
    if (w->whole.failed) return enti_no_memory(err);
    *bytes = w->whole.at;
    *size = w->whole.size;
    return ENT_OK;
}

bool enti_pack_find(const void *pack, size_t size, const char *sql, enti_rows *out) {
    const char *bytes = pack;
    const pack_head *head = pack;
    const pack_entry *entries;
    if (size < sizeof *head || memcmp(head->magic, magic, sizeof magic) != 0) return false;
    entries = (const pack_entry *)(const void *)(bytes + sizeof *head);
    for (uint64_t i = 0; i < head->entries; i++) {
        const pack_entry *e = &entries[i];
        if (strcmp(bytes + head->texts + e->sql, sql) != 0) continue;
        *out = (enti_rows){.count = e->count,
                           .columns = e->columns,
                           .cells = (const enti_cell *)(const void *)(bytes + e->cells),
                           .kinds = (const uint8_t *)bytes + e->kinds,
                           .texts = bytes + head->texts,
                           .lasting = true};
        return true;
    }
    return false;
}
