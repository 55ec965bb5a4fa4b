/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every item is done once, however the range is cut. */
#include "base/parallel.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static unsigned char done[1000];

static void mark(void *context, size_t first, size_t last) {
    (void)context;
    for (size_t i = first; i < last; i++)
        done[i]++;
}

static void test_every_item_once(void **state) {
    static const size_t counts[] = {0, 1, 7, 8, 9, 63, 64, 65, 1000};
    (void)state;
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++)
        for (size_t least = 0; least < 70; least += 8) {
            memset(done, 0, sizeof done);
            enti_parallel(counts[c], least, mark, NULL);
            for (size_t i = 0; i < sizeof done; i++)
                assert_int_equal(done[i], i < counts[c]);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_item_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
