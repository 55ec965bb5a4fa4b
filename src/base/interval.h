/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How sure a share of tries is. */
#ifndef ENTI_INTERVAL_H
#define ENTI_INTERVAL_H

/* The 95 % interval of a share seen in `all` independent tries (Wilson 1927); it holds the share. */
void enti_wilson(double share, double all, double *low, double *high);

#endif
