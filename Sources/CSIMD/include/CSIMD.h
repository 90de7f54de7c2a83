/// One logical vector of 16 floats, whatever the machine: one AVX-512 register, two AVX2 registers, four NEON ones.
/// Nothing but loads, stores and arithmetic that the Swift compiler does not emit well by itself. No logic.
#ifndef CSIMD_H
#define CSIMD_H

typedef float csimd_float16 __attribute__((ext_vector_type(16)));

#endif
