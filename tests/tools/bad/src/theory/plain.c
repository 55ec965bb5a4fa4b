#include "base/base.h"
#include <igraph.h>
/* A claim of @cite known2001, and one of @cite unknown2002. */
const ent_theory enti_theory_plain = {0};
