#include <stdio.h>
#include <entente/base.h>
#include "args.h"
#include "base/base.h"
#include <sqlite3.h>
