#include <stdint.h>
#include <sqlite3.h>
#include <Random123/philox.h>
#include <entente/base.h>
