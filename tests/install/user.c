/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest program on the installed library: headers and library must be of one version. */
#include <entente/base.h>

#include <stdio.h>

int main(void) {
    char header[32];
    (void)snprintf(header, sizeof header, "%d.%d.%d", ENT_VERSION_MAJOR, ENT_VERSION_MINOR, ENT_VERSION_PATCH);
    (void)printf("%s\n", ent_version());
    for (int i = 0; header[i] != 0 || ent_version()[i] != 0; i++)
        if (header[i] != ent_version()[i]) return 1;
    return 0;
}
