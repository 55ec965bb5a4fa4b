/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database of the published data sets in $ENTENTE_SHARED, imported once for a test program. */
#ifndef TESTS_IMPORTED_H
#define TESTS_IMPORTED_H

#include "support/database.h"

/* Opens it, or skips the test where there are no published files. $ENTENTE_TEST_IMPORTED names one made before. */
static inline ent_world *imported_world(void) {
    const char *made = getenv("ENTENTE_TEST_IMPORTED");
    if (getenv("ENTENTE_SHARED") == NULL || made == NULL) skip();
    return world_from(made);
}

#endif
