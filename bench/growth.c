/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * growth OUT.svg: how the cost of a panel and of all similarities grows with years and states. Prints the points as CSV
 * and draws them. The panel joins seven sources where $ENTENTE_BENCH_DATA names a database with imports, else the
 * snapshot's own columns. A line through the origin and the last point shows what cost in proportion would be.
 */
#include "timing.h"

#include <entente/entente.h>
#include <stdio.h>
#include <stdlib.h>

enum { POINTS = 6, WIDTH = 360, HEIGHT = 260, LEFT = 56, BOTTOM = 40 };

typedef struct {
    double x[POINTS], y[POINTS]; /* thousands of pairs, milliseconds */
    const char *title;
} curve;

static bool measure_panels(const ent_store *store, const ent_world *world, const char *add, curve *out) {
    static const int spans[POINTS] = {10, 25, 50, 100, 150, 203};
    for (int p = 0; p < POINTS; p++) {
        double best = 1e300;
        for (int run = 0; run < 3; run++) {
            ent_panel_options o = ent_panel_options_default();
            ent_panel *panel = NULL;
            double start = now_ms(), spent;
            o.last = 2018;
            o.first = 2019 - spans[p];
            o.add = add;
            if (ent_panel_open(store, world, &o, &panel, NULL) != ENT_OK) return false;
            spent = now_ms() - start;
            if (spent < best) best = spent;
            out->x[p] = (double)ent_panel_rows(panel) / 1000;
            ent_panel_close(panel);
        }
        out->y[p] = best;
    }
    return true;
}

/* Random ties among n states, twenty years of them. */
static bool measure_similarity(curve *out) {
    static const size_t states[POINTS] = {30, 60, 100, 140, 170, 200};
    for (int p = 0; p < POINTS; p++) {
        size_t n = states[p], pairs = n * (n - 1) / 2;
        uint8_t *ties = calloc(n * n, 1);
        double *results = calloc(pairs * ent_similarity_count(), sizeof *results), best = 1e300;
        ent_portfolios o = {.rows = n, .columns = n, .categories = 4, .value = ties, .self = ENT_SELF_MOST};
        bool done = ties != NULL && results != NULL;
        for (size_t i = 0; done && i < n * n; i++)
            ties[i] = (uint8_t)(rand() % 8 == 0 ? 1 + rand() % 3 : 0); /* the pattern hardly matters to the cost */
        for (int run = 0; done && run < 3; run++) {
            double start = now_ms(), spent;
            for (int year = 0; done && year < 20; year++)
                done = ent_similarity_matrix(&o, results, NULL) == ENT_OK;
            spent = now_ms() - start;
            if (spent < best) best = spent;
        }
        free(ties);
        free(results);
        if (!done) return false;
        out->x[p] = 20 * (double)pairs / 1000;
        out->y[p] = best;
    }
    return true;
}

static void draw(FILE *file, const curve *c, double across) {
    double most_x = c->x[POINTS - 1], most_y = 0;
    for (int p = 0; p < POINTS; p++)
        if (c->y[p] * 1.15 > most_y) most_y = c->y[p] * 1.15;
    (void)fprintf(file, "<g transform=\"translate(%g 0)\">\n<text x=\"%d\" y=\"18\" font-weight=\"bold\">%s</text>\n",
                  across, LEFT, c->title);
    (void)fprintf(file, "<path d=\"M%d 30V%dH%d\" fill=\"none\" stroke=\"#888\"/>\n", LEFT, HEIGHT - BOTTOM,
                  WIDTH - 12);
    (void)fprintf(file, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.0f thousand pairs</text>\n", WIDTH - 12,
                  HEIGHT - 14, most_x);
    (void)fprintf(file, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.0f ms</text>\n", LEFT - 6, 42, most_y);
    for (int line = 0; line < 2; line++) {
        (void)fprintf(file, "<path fill=\"none\" stroke=\"%s\" d=\"",
                      line == 0 ? "#bbb\" stroke-dasharray=\"4" : "#06c");
        for (int p = -1; p < POINTS; p++) {
            double x = p < 0 ? 0 : c->x[p], y = p < 0 ? 0 : line == 0 ? c->y[POINTS - 1] * x / most_x : c->y[p];
            if (p < 0 && line == 1) continue;
            (void)fprintf(file, "%c%.1f %.1f", (p < 0 || (p == 0 && line == 1)) ? 'M' : 'L',
                          LEFT + x / most_x * (WIDTH - 12 - LEFT),
                          HEIGHT - BOTTOM - y / most_y * (HEIGHT - BOTTOM - 30));
        }
        (void)fprintf(file, "\"/>\n");
    }
    (void)fprintf(file, "</g>\n");
}

int main(int argc, char **argv) {
    const char *database = getenv("ENTENTE_BENCH_DATA");
    bool imported = database != NULL && *database != 0;
    curve panel = {.title = "dyad-year panel, to 2018"}, similarity = {.title = "all similarities, 20 years"};
    const curve *const curves[] = {&panel, &similarity};
    ent_store *store = NULL;
    ent_world *world = NULL;
    FILE *file;
    bool done;
    if (argc != 2) {
        (void)fprintf(stderr, "usage: growth OUT.svg\n");
        return 2;
    }
    done = ent_store_open(imported ? database : NULL, &store, NULL) == ENT_OK &&
           ent_world_open(store, &world, NULL) == ENT_OK &&
           measure_panels(store, world,
                          imported ? "nmc,contiguity,atop,mid,majors,democracy,distance:capdist"
                                   : "contiguity,treaty,rivalry,distance:capdist",
                          &panel) &&
           measure_similarity(&similarity);
    ent_world_close(world);
    ent_store_close(store);
    file = done ? fopen(argv[1], "w") : NULL;
    if (file == NULL) return 1;
    (void)fprintf(file,
                  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" "
                  "font-size=\"12\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n",
                  2 * WIDTH, HEIGHT);
    (void)printf("job,thousand_pairs,cpu_ms\n");
    for (int c = 0; c < 2; c++) {
        draw(file, curves[c], c * WIDTH);
        for (int p = 0; p < POINTS; p++)
            (void)printf("%s,%.1f,%.1f\n", c == 0 ? "panel" : "similarity", curves[c]->x[p], curves[c]->y[p]);
    }
    (void)fprintf(file, "</svg>\n");
    return fclose(file) == 0 ? 0 : 1;
}
