/// For tests only: counts what a thread asks of the heap. On glibc the functions of malloc's family are replaced in the
/// test process by ones that count and pass on. Elsewhere, and under a sanitizer, which replaces them itself, nothing
/// is counted, and the tests that need it are skipped and say so.
#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

#include <stdbool.h>
#include <stdint.h>

bool allocation_counter_is_available(void);

/// How many blocks the calling thread has asked for so far, blocks that were moved to grow included.
int64_t allocation_count(void);

#endif
