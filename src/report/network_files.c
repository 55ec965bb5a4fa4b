/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The network as files of graph programs. GraphML holds one year: states with what the answer says of them, ties with
 * kind, weight and sign. GEXF 1.3 is dynamic: states and ties have spells of years, and each state's community and
 * capability change with them, so that Gephi's time line plays the years.
 */
#include <entente/report.h>

#include "report/json.h"
#include "report/output.h"
#include "report/utf8.h"

#include <math.h>
#include <string.h>

static void put_escaped(enti_text *out, const char *text) {
    for (const char *p = text; *p != 0;) {
        size_t size = enti_utf8_next(p);
        unsigned char c = (unsigned char)*p;
        if (size == 0 || (c < 0x20 && c != '\t') || c == 0x7F) /* no character of XML */
            enti_text_put(out, "?", 1);
        else if (c == '&')
            enti_text_put(out, "&amp;", 5);
        else if (c == '<')
            enti_text_put(out, "&lt;", 4);
        else if (c == '>')
            enti_text_put(out, "&gt;", 4);
        else if (c == '"')
            enti_text_put(out, "&quot;", 6);
        else
            enti_text_put(out, p, size);
        p += size > 0 ? size : 1;
    }
}

/* ---- GraphML ---- */

typedef struct {
    const char *id, *of, *name, *type;
} key;

static const key keys[] = {{"name", "node", "name", "string"},
                           {"code", "node", "cow", "int"},
                           {"capability", "node", "capability", "double"},
                           {"community", "node", "community", "int"},
                           {"spin", "node", "spin", "int"},
                           {"leaning", "node", "leaning", "double"},
                           {"hedges", "node", "hedges", "boolean"},
                           {"kind", "edge", "kind", "string"},
                           {"weight", "edge", "weight", "double"},
                           {"sign", "edge", "sign", "int"}};

static void data_text(enti_text *out, const char *id, const char *text) {
    enti_text_add(out, "      <data key=\"%s\">", id);
    put_escaped(out, text);
    enti_text_add(out, "</data>\n");
}

static void data_number(enti_text *out, const char *id, double value) {
    char number[32];
    if (isnan(value)) return; /* what is not known is left out */
    enti_number_text(number, value);
    data_text(out, id, number);
}

static void graphml_nodes(enti_text *out, const ent_blocs *b) {
    for (size_t i = 0; i < b->states_count; i++) {
        const ent_bloc_state *s = &b->states[i];
        enti_text_add(out, "    <node id=\"n%d\">\n", s->state.code);
        data_text(out, "name", s->state.name);
        data_number(out, "code", s->state.code);
        data_number(out, "capability", s->capability);
        if (s->community != SIZE_MAX) data_number(out, "community", (double)s->community + 1);
        if (s->spin != SIZE_MAX) data_number(out, "spin", (double)s->spin + 1);
        data_number(out, "leaning", s->leaning);
        data_text(out, "hedges", s->hedges ? "true" : "false");
        enti_text_add(out, "    </node>\n");
    }
}

ent_status ent_report_graphml(const ent_blocs *b, const ent_network *net, char **out, size_t *size, ent_error *err) {
    enti_text text = {0};
    enti_text_add(&text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
        enti_text_add(&text, "  <key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", keys[k].id,
                      keys[k].of, keys[k].name, keys[k].type);
    enti_text_add(&text, "  <graph id=\"entente-%d\" edgedefault=\"undirected\">\n", b->year);
    graphml_nodes(&text, b);
    for (size_t t = 0; t < net->ties_count; t++) {
        const ent_network_tie *tie = &net->ties[t];
        if (tie->first > b->year || tie->last < b->year) continue;
        enti_text_add(&text, "    <edge source=\"n%d\" target=\"n%d\">\n", net->nodes[tie->a].state.code,
                      net->nodes[tie->b].state.code);
        data_text(&text, "kind", tie->kind);
        data_number(&text, "weight", fabs(tie->weight));
        data_number(&text, "sign", tie->weight < 0 ? -1 : 1);
        enti_text_add(&text, "    </edge>\n");
    }
    enti_text_add(&text, "  </graph>\n</graphml>\n");
    return enti_text_finish(&text, out, size, err);
}

/* ---- GEXF ---- */

/* One attribute value a run of years with the same value. */
static void put_runs(enti_text *out, const ent_network *net, const ent_network_node *node, const char *id, bool text) {
    int from = node->first;
    for (int year = node->first; year <= node->last; year++) {
        size_t at = (size_t)(year - net->first);
        bool last = year == node->last;
        char number[32];
        if (!last && (text ? strcmp(node->community[at], node->community[at + 1]) == 0
                           : node->capability[at] == node->capability[at + 1] ||
                                 (isnan(node->capability[at]) && isnan(node->capability[at + 1]))))
            continue;
        if (text ? *node->community[at] != 0 : !isnan(node->capability[at])) {
            enti_text_add(out, "          <attvalue for=\"%s\" value=\"", id);
            if (!text) enti_number_text(number, node->capability[at]);
            put_escaped(out, text ? node->community[at] : number);
            enti_text_add(out, "\" start=\"%d\" end=\"%d\"/>\n", from, year);
        }
        from = year + 1;
    }
}

static void gexf_nodes(enti_text *out, const ent_network *net) {
    enti_text_add(out, "    <nodes>\n");
    for (size_t k = 0; k < net->nodes_count; k++) {
        const ent_network_node *node = &net->nodes[k];
        enti_text_add(out, "      <node id=\"%d\" label=\"", node->state.code);
        put_escaped(out, node->state.name);
        enti_text_add(out, "\" start=\"%d\" end=\"%d\">\n        <attvalues>\n", node->first, node->last);
        put_runs(out, net, node, "community", true);
        put_runs(out, net, node, "capability", false);
        enti_text_add(out, "        </attvalues>\n      </node>\n");
    }
    enti_text_add(out, "    </nodes>\n");
}

static bool continues(const ent_network_tie *a, const ent_network_tie *b) {
    return a->a == b->a && a->b == b->b;
}

/* Parallel edges of different kinds, each with its spells; the ties come sorted by pair. */
static void gexf_edges(enti_text *out, const ent_network *net) {
    char number[32];
    enti_text_add(out, "    <edges>\n");
    for (size_t t = 0; t < net->ties_count; t++) {
        const ent_network_tie *tie = &net->ties[t];
        bool first = true;
        for (size_t s = t; s > 0 && continues(&net->ties[s - 1], tie) && first; s--)
            first = strcmp(net->ties[s - 1].kind, tie->kind) != 0 || net->ties[s - 1].weight != tie->weight;
        if (!first) continue;
        enti_number_text(number, fabs(tie->weight));
        enti_text_add(out, "      <edge id=\"e%zu\" source=\"%d\" target=\"%d\" kind=\"%s\" weight=\"%s\">\n", t,
                      net->nodes[tie->a].state.code, net->nodes[tie->b].state.code, tie->kind, number);
        enti_text_add(out,
                      "        <attvalues><attvalue for=\"kind\" value=\"%s\"/><attvalue for=\"sign\" "
                      "value=\"%d\"/></attvalues>\n        <spells>\n",
                      tie->kind, tie->weight < 0 ? -1 : 1);
        for (size_t s = t; s < net->ties_count && continues(&net->ties[s], tie); s++)
            if (strcmp(net->ties[s].kind, tie->kind) == 0 && net->ties[s].weight == tie->weight)
                enti_text_add(out, "          <spell start=\"%d\" end=\"%d\"/>\n", net->ties[s].first,
                              net->ties[s].last);
        enti_text_add(out, "        </spells>\n      </edge>\n");
    }
    enti_text_add(out, "    </edges>\n");
}

ent_status ent_report_gexf(const ent_network *net, char **out, size_t *size, ent_error *err) {
    enti_text text = {0};
    enti_text_add(&text,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                  "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
                  "  <meta>\n    <creator>entente %s</creator>\n    <description>",
                  ent_version());
    put_escaped(&text, net->label);
    enti_text_add(&text,
                  "</description>\n  </meta>\n"
                  "  <graph mode=\"dynamic\" defaultedgetype=\"undirected\" timeformat=\"integer\" "
                  "timerepresentation=\"interval\" start=\"%d\" end=\"%d\">\n"
                  "    <attributes class=\"node\" mode=\"dynamic\">\n"
                  "      <attribute id=\"community\" title=\"community\" type=\"string\"/>\n"
                  "      <attribute id=\"capability\" title=\"capability\" type=\"double\"/>\n"
                  "    </attributes>\n"
                  "    <attributes class=\"edge\" mode=\"static\">\n"
                  "      <attribute id=\"kind\" title=\"kind\" type=\"string\"/>\n"
                  "      <attribute id=\"sign\" title=\"sign\" type=\"integer\"/>\n"
                  "    </attributes>\n",
                  net->first, net->last);
    gexf_nodes(&text, net);
    gexf_edges(&text, net);
    enti_text_add(&text, "  </graph>\n</gexf>\n");
    return enti_text_finish(&text, out, size, err);
}
