/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stata, SPSS and SAS files, read by ReadStat.
 * ReadStat parses a whole file in one call and hands out values as it goes; starting it again at each some thousand
 * rows would read compressed files again and again from their beginning. So it runs in a thread of its own, which
 * stops whenever a batch of rows is full and goes on when the batch was used up. The two never run at the same time:
 * one holds the turn, so nothing else is shared and memory is asked for in one order. */
#include "ingest/records_parts.h"

#include <pthread.h>
#include <readstat.h>
#include <string.h>

enum { BATCH_BYTES = 1 << 18, BATCH_ROWS = 4096, IO_BLOCK = 1 << 16 };

struct enti_stat_records {
    enti_source *source;
    enti_stat_format format;
    const char *name;

    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    bool started, parsing; /* parsing: the thread holds the turn */
    bool stop, finished;

    enti_arena arena; /* names of columns */
    const char **columns;
    const enti_date_form **dates; /* NULL where numbers are no dates */
    size_t column_count, column_room;
    int64_t rows_claimed; /* by the file; -1 when it does not say */

    char *text; /* the batch: fields of whole rows, each ends in 0; behind them those of the row begun */
    size_t text_size, text_room;
    size_t *start; /* of each field in text */
    size_t fields, field_room;
    size_t rows, row;     /* whole rows in the batch; the one being looked at, from 1 */
    const char **current; /* fields of that one */
    long before, begun;   /* rows handed over before this batch; observation being filled, from 0; -1 for none */

    ent_status failed; /* as of the thread */
    ent_error failure;

    char *block; /* bytes of the file from block_at on */
    uint64_t block_at, at;
    size_t block_size;
};

/* ---- Turns ------------------------------------------------------------------------------------------------- */

/* A plain mutex and condition of our own cannot fail to be locked, signalled or waited for. */
static void pass_turn(enti_stat_records *s, bool to_parser) {
    (void)pthread_mutex_lock(&s->lock);
    s->parsing = to_parser;
    (void)pthread_cond_signal(&s->changed);
    while (s->parsing == to_parser && !(s->finished && !to_parser))
        (void)pthread_cond_wait(&s->changed, &s->lock);
    (void)pthread_mutex_unlock(&s->lock);
}

/* The thread's last act: the turn goes to the reader for good. */
static void end_turns(enti_stat_records *s) {
    (void)pthread_mutex_lock(&s->lock);
    s->finished = true;
    s->parsing = false;
    (void)pthread_cond_signal(&s->changed);
    (void)pthread_mutex_unlock(&s->lock);
}

/* ---- Input for ReadStat ---------------------------------------------------------------------------------------- */

static int io_open(const char *path, void *context) {
    (void)path, (void)context;
    return 0;
}

static int io_close(void *context) {
    (void)context;
    return 0;
}

static readstat_off_t io_seek(readstat_off_t offset, readstat_io_flags_t whence, void *context) {
    enti_stat_records *s = context;
    uint64_t size = enti_source_size(s->source), from = 0, to;
    if (whence == READSTAT_SEEK_CUR) from = s->at;
    if (whence == READSTAT_SEEK_END) from = size;
    to = from + (uint64_t)offset; /* wraps for a negative offset, as it should */
    if ((offset < 0 && to > from) || to > size) return -1;
    s->at = to;
    return (readstat_off_t)to;
}

/* ReadStat asks for a few bytes at a time; they come out of a block. */
static ssize_t io_read(void *at, size_t count, void *context) {
    enti_stat_records *s = context;
    size_t done = 0;
    while (done < count) {
        size_t take;
        ptrdiff_t got;
        if (s->at < s->block_at || s->at >= s->block_at + s->block_size) {
            got = enti_source_read_at(s->source, s->block, IO_BLOCK, s->at);
            if (got < 0) return -1;
            if (got == 0) break;
            s->block_at = s->at;
            s->block_size = (size_t)got;
        }
        take = (size_t)(s->block_at + s->block_size - s->at);
        if (take > count - done) take = count - done;
        memcpy((char *)at + done, s->block + (s->at - s->block_at), take);
        s->at += take;
        done += take;
    }
    return (ssize_t)done;
}

static readstat_error_t io_update(long size, readstat_progress_handler handler, void *user, void *context) {
    (void)size, (void)handler, (void)user, (void)context;
    return READSTAT_OK;
}

/* ---- What ReadStat hands out ------------------------------------------------------------------------------------- */

static int refuse(enti_stat_records *s, ent_status status) {
    s->failed = status;
    return READSTAT_HANDLER_ABORT;
}

static int take_metadata(readstat_metadata_t *metadata, void *context) {
    enti_stat_records *s = context;
    s->rows_claimed = readstat_get_row_count(metadata);
    return READSTAT_HANDLER_OK;
}

static bool room_for_column(enti_stat_records *s) {
    size_t room = s->column_room == 0 ? 64 : s->column_room * 2;
    const char **columns;
    const enti_date_form **dates;
    if (s->column_count < s->column_room) return true;
    columns = enti_realloc(s->columns, room, sizeof *columns);
    if (columns != NULL) s->columns = columns;
    dates = columns != NULL ? enti_realloc(s->dates, room, sizeof *dates) : NULL;
    if (dates == NULL) return false;
    s->dates = dates;
    s->column_room = room;
    return true;
}

/* Text is UTF-8, but for old Stata files and those that lie about their encoding. */
static char *utf8_of(enti_arena *arena, const char *text) {
    size_t size = strlen(text);
    char *copy;
    if (enti_is_utf8(text, size)) return enti_arena_strdup(arena, text);
    copy = enti_arena_alloc(arena, 3 * size + 1, 1);
    if (copy != NULL) (void)enti_utf8_from_1252(text, size, copy);
    return copy;
}

static int take_variable(int index, readstat_variable_t *variable, const char *labels, void *context) {
    enti_stat_records *s = context;
    const char *format = readstat_variable_get_format(variable), *name = readstat_variable_get_name(variable);
    (void)labels;
    if (index < 0 || (size_t)index != s->column_count || s->begun >= 0) {
        s->failed = ent_fail_at(&s->failure, ENT_E_PARSE, s->name, 0, 0, "the variables are not in order");
        return READSTAT_HANDLER_ABORT;
    }
    if (s->column_count == ENTI_COLUMN_LIMIT) {
        s->failed = ent_fail_at(&s->failure, ENT_E_PARSE, s->name, 0, 0, "the file has more than %d variables",
                                (int)ENTI_COLUMN_LIMIT);
        return READSTAT_HANDLER_ABORT;
    }
    if (!room_for_column(s)) return refuse(s, enti_no_memory(&s->failure));
    s->columns[s->column_count] = utf8_of(&s->arena, name != NULL ? name : "");
    s->dates[s->column_count] = enti_date_form_of(s->format, format != NULL ? format : "");
    if (s->columns[s->column_count] == NULL) return refuse(s, enti_no_memory(&s->failure));
    s->column_count++;
    return READSTAT_HANDLER_OK;
}

static bool add_field(enti_stat_records *s, const char *text, size_t size) {
    if (s->fields == s->field_room) {
        size_t room = s->field_room == 0 ? 1024 : s->field_room * 2;
        size_t *start = enti_realloc(s->start, room, sizeof *start);
        if (start == NULL) return false;
        s->start = start;
        s->field_room = room;
    }
    if (s->text_room - s->text_size < 3 * size + 1) { /* enough for any encoding */
        size_t room = s->text_room * 2 > s->text_size + 3 * size + 1 ? s->text_room * 2 : s->text_size + 3 * size + 1;
        char *grown = enti_realloc(s->text, room, 1);
        if (grown == NULL) return false;
        s->text = grown;
        s->text_room = room;
    }
    s->start[s->fields++] = s->text_size;
    if (enti_is_utf8(text, size)) {
        memcpy(s->text + s->text_size, text, size);
        s->text[s->text_size + size] = 0;
        s->text_size += size + 1;
    } else {
        s->text_size += enti_utf8_from_1252(text, size, s->text + s->text_size) + 1;
    }
    return true;
}

static bool add_value(enti_stat_records *s, readstat_variable_t *variable, readstat_value_t value, size_t column) {
    char out[ENTI_VALUE_ROOM] = "";
    if (readstat_value_is_missing(value, variable)) return add_field(s, "", 0);
    if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
        const char *text = readstat_string_value(value);
        size_t size = text != NULL ? strlen(text) : 0;
        while (size > 0 && (*text == ' ' || *text == '\t'))
            text++, size--;
        while (size > 0 && (text[size - 1] == ' ' || text[size - 1] == '\t'))
            size--;
        return add_field(s, size > 0 ? text : "", size);
    }
    if (s->dates[column] != NULL)
        enti_date_text(readstat_double_value(value), s->dates[column], out);
    else
        enti_double_text(readstat_double_value(value), out);
    return add_field(s, out, strlen(out));
}

/* The row begun is whole. A full batch is handed over; false when the reader wants no more. */
static bool end_row(enti_stat_records *s) {
    s->begun = -1;
    s->rows++;
    if (s->text_size < BATCH_BYTES && s->rows < BATCH_ROWS) return true;
    pass_turn(s, false);
    s->before += (long)s->rows;
    s->rows = s->row = s->fields = s->text_size = 0;
    return !s->stop;
}

static int take_value(int observation, readstat_variable_t *variable, readstat_value_t value, void *context) {
    enti_stat_records *s = context;
    size_t column = s->fields - s->rows * s->column_count;
    if (s->begun < 0) s->begun = observation;
    if (observation != s->begun || readstat_variable_get_index(variable) != (int)column) {
        s->failed = ent_fail_at(&s->failure, ENT_E_PARSE, s->name, s->before + (long)s->rows + 1, (long)column + 1,
                                "the values are not in order; the file is damaged");
        return READSTAT_HANDLER_ABORT;
    }
    if (!add_value(s, variable, value, column)) return refuse(s, enti_no_memory(&s->failure));
    if (column + 1 == s->column_count && !end_row(s)) return READSTAT_HANDLER_ABORT;
    return READSTAT_HANDLER_OK;
}

/* ---- The thread ----------------------------------------------------------------------------------------------------- */

static const char *program_of(enti_stat_format format) {
    static const char *const names[] = {"", "Stata", "SPSS", "SPSS portable", "SAS", "SAS transport"};
    return names[format];
}

static void parse_failed(enti_stat_records *s, readstat_error_t why) {
    const char *program = program_of(s->format), *message = readstat_error_message(why);
    long row = s->before + (long)s->rows + 1;
    if (s->failed != ENT_OK || s->stop) return;
    s->failed = ENT_E_PARSE;
    if (row == 1 && s->begun < 0) row = 0; /* what stands before the rows is at fault */
    if (why == READSTAT_ERROR_UNSUPPORTED_FILE_FORMAT_VERSION || why == READSTAT_ERROR_UNSUPPORTED_COMPRESSION ||
        why == READSTAT_ERROR_UNSUPPORTED_CHARSET)
        (void)ent_fail_at(&s->failure, s->failed, s->name, 0, 0,
                          "this kind of %s file cannot be read (%s); save it as CSV", program, message);
    else if (s->rows_claimed > 0)
        (void)ent_fail_at(&s->failure, s->failed, s->name, row, 0,
                          "the %s file ends too early or is damaged (%s); it should have %lld observations", program,
                          message, (long long)s->rows_claimed);
    else
        (void)ent_fail_at(&s->failure, s->failed, s->name, row, 0, "the %s file ends too early or is damaged (%s)",
                          program, message);
}

static readstat_error_t run_parser(enti_stat_records *s, readstat_parser_t *parser) {
    switch (s->format) {
    case ENTI_STATA: return readstat_parse_dta(parser, s->name, s);
    case ENTI_SPSS: return readstat_parse_sav(parser, s->name, s);
    case ENTI_SPSS_PORTABLE: return readstat_parse_por(parser, s->name, s);
    case ENTI_SAS: return readstat_parse_sas7bdat(parser, s->name, s);
    case ENTI_SAS_TRANSPORT: return readstat_parse_xport(parser, s->name, s);
    case ENTI_NOT_STAT: break;
    }
    return READSTAT_ERROR_PARSE;
}

/* Setting a handler cannot fail. */
static void set_handlers(readstat_parser_t *parser, enti_stat_records *s) {
    (void)readstat_set_open_handler(parser, io_open);
    (void)readstat_set_close_handler(parser, io_close);
    (void)readstat_set_seek_handler(parser, io_seek);
    (void)readstat_set_read_handler(parser, io_read);
    (void)readstat_set_update_handler(parser, io_update);
    (void)readstat_set_io_ctx(parser, s);
    (void)readstat_set_metadata_handler(parser, take_metadata);
    (void)readstat_set_variable_handler(parser, take_variable);
    (void)readstat_set_value_handler(parser, take_value);
    (void)readstat_set_error_handler(parser, NULL); /* nothing is printed */
    /* Stata before 14 does not say which encoding its text is in, and programs put UTF-8 there too: as it stands, then,
     * and each field is read as what it is. Later ones are UTF-8. */
    if (s->format == ENTI_STATA) (void)readstat_set_handler_character_encoding(parser, NULL);
}

static void *parse(void *context) {
    enti_stat_records *s = context;
    readstat_parser_t *parser = readstat_parser_init();
    readstat_error_t rc = READSTAT_ERROR_MALLOC;
    if (parser != NULL) {
        set_handlers(parser, s);
        rc = run_parser(s, parser);
        readstat_parser_free(parser);
    }
    if (rc == READSTAT_OK && s->begun >= 0) rc = READSTAT_ERROR_READ;
    if (rc == READSTAT_OK && s->rows_claimed > s->before + (int64_t)s->rows) rc = READSTAT_ERROR_ROW_COUNT_MISMATCH;
    if (rc != READSTAT_OK) parse_failed(s, rc);
    end_turns(s);
    return NULL;
}

/* ---- Open, read and close ----------------------------------------------------------------------------------------------- */

/* The thread gets the turn before it starts, so its first batch is waited for like any other. */
static ent_status start(enti_stat_records *s, ent_error *err) {
    s->parsing = true;
    s->started = pthread_create(&s->thread, NULL, parse, s) == 0;
    if (!s->started) return ent_fail(err, ENT_E_NOMEM, "a thread could not be started");
    (void)pthread_mutex_lock(&s->lock);
    while (s->parsing)
        (void)pthread_cond_wait(&s->changed, &s->lock);
    (void)pthread_mutex_unlock(&s->lock);
    return ENT_OK;
}

/* What the thread says, once its rows are used up. */
static ent_status outcome(const enti_stat_records *s, ent_error *err) {
    if (s->failed != ENT_OK && err != NULL) *err = s->failure;
    return s->failed;
}

ent_status enti_stat_records_open(enti_source *source, enti_stat_format format, const char *name,
                                  enti_stat_records **out, ent_error *err) {
    ent_status st = ENT_OK;
    enti_stat_records *s = enti_alloc(1, sizeof *s);
    if (s == NULL) return enti_no_memory(err);
    s->source = source;
    s->format = format;
    s->name = name;
    s->begun = s->rows_claimed = -1;
    (void)pthread_mutex_init(&s->lock, NULL); /* neither can fail without attributes */
    (void)pthread_cond_init(&s->changed, NULL);
    s->block = enti_alloc(IO_BLOCK, 1);
    if (s->block == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    if (format == ENTI_SAS_TRANSPORT && enti_source_size(source) % 80 != 0) {
        st = ent_fail_at(err, ENT_E_PARSE, name, 0, 0,
                         "the SAS transport file ends too early or is damaged: it is not made of pieces of 80 bytes");
        goto done;
    }
    ENT_TRY(start(s, err));
    if (s->rows == 0) ENT_TRY(outcome(s, err));
    if (s->column_count == 0) {
        st = ent_fail_at(err, ENT_E_PARSE, name, 0, 0, "the %s file has no variables", program_of(format));
        goto done;
    }
    s->current = enti_alloc(s->column_count, sizeof *s->current);
    if (s->current == NULL) {
        st = enti_no_memory(err);
        goto done;
    }
    *out = s;
    s = NULL;
done:
    enti_stat_records_close(s);
    return st;
}

void enti_stat_records_close(enti_stat_records *stat) {
    if (stat == NULL) return;
    if (stat->started) {
        stat->stop = true;
        if (!stat->finished) pass_turn(stat, true);
        (void)pthread_join(stat->thread, NULL); /* our own, joined once */
    }
    (void)pthread_cond_destroy(&stat->changed); /* nobody is left to wait */
    (void)pthread_mutex_destroy(&stat->lock);
    enti_arena_clear(&stat->arena);
    ent_free(stat->columns);
    ent_free(stat->dates);
    ent_free(stat->text);
    ent_free(stat->start);
    ent_free(stat->current);
    ent_free(stat->block);
    ent_free(stat);
}

ent_status enti_stat_records_next(enti_stat_records *stat, bool *more, ent_error *err) {
    *more = false;
    while (stat->row == stat->rows) {
        if (stat->finished) return outcome(stat, err);
        pass_turn(stat, true);
    }
    for (size_t i = 0; i < stat->column_count; i++)
        stat->current[i] = stat->text + stat->start[stat->row * stat->column_count + i];
    stat->row++;
    *more = true;
    return ENT_OK;
}

size_t enti_stat_records_columns(const enti_stat_records *stat) {
    return stat->column_count;
}

const char *enti_stat_records_column(const enti_stat_records *stat, size_t index) {
    return stat->columns[index];
}

const char *const *enti_stat_records_fields(const enti_stat_records *stat) {
    return stat->current;
}

long enti_stat_records_line(const enti_stat_records *stat) {
    return stat->before + (long)stat->row;
}

void enti_stat_records_progress(const enti_stat_records *stat, uint64_t *done, uint64_t *total) {
    bool known = stat->rows_claimed > 0;
    *done = known ? (uint64_t)enti_stat_records_line(stat) : stat->at;
    *total = known ? (uint64_t)stat->rows_claimed : enti_source_size(stat->source);
}
