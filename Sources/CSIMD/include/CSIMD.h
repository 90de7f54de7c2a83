/// One logical vector of 16 floats, whatever the machine: one AVX-512 register, two AVX2 registers, four NEON ones.
/// Nothing but loads, stores, shuffles and arithmetic that the Swift compiler does not emit well by itself. No logic.
///
/// Every function means the same bits on every machine: each lane is one correctly rounded IEEE 754 operation. But for the
/// sign and payload of NaN, which processors choose: nobody may compare or hash those.
#ifndef CSIMD_H
#define CSIMD_H

#include <stddef.h>
#include <stdint.h>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

// How a vector wider than a register is passed between functions is no concern: all of these are inlined.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpsabi"

#define CSIMD_INLINE static inline __attribute__((always_inline, unused))

typedef float csimd_float4 __attribute__((ext_vector_type(4)));
typedef float csimd_float16 __attribute__((ext_vector_type(16)));
typedef double csimd_double16 __attribute__((ext_vector_type(16)));
typedef int32_t csimd_int32x16 __attribute__((ext_vector_type(16)));
typedef uint32_t csimd_uint32x16 __attribute__((ext_vector_type(16)));

/// How large a block of a matrix product stays in registers, rows and vectors of 16 columns, and how many polynomials are
/// computed side by side. Only speed depends on it.
#if defined(__AVX512F__)
enum { CSIMD_TILE_ROWS = 8, CSIMD_TILE_VECTORS = 2, CSIMD_CHAINS = 8 };
#else
enum { CSIMD_TILE_ROWS = 6, CSIMD_TILE_VECTORS = 1, CSIMD_CHAINS = 4 };
#endif

// MARK: Moving

CSIMD_INLINE csimd_float16 csimd_broadcast(float x) { return (csimd_float16)x; }

CSIMD_INLINE csimd_float16 csimd_load(const float *_Nonnull from) {
  csimd_float16 v;
  __builtin_memcpy(&v, from, sizeof v);
  return v;
}

CSIMD_INLINE void csimd_store(float *_Nonnull to, csimd_float16 v) { __builtin_memcpy(to, &v, sizeof v); }

/// 0, 1, ... 15.
CSIMD_INLINE csimd_int32x16 csimd_lane_numbers(void) {
  return (csimd_int32x16){0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
}

/// The first `count` of 4 lanes, zero in the others; all of them for more than 4, none for less than 1.
CSIMD_INLINE csimd_float4 csimd_load_first_of_4(const float *_Nonnull from, int32_t count) {
  csimd_float4 v = 0;
  if (count >= 4) {
    __builtin_memcpy(&v, from, sizeof v);
  } else if (count >= 2) {
    v.x = from[0];
    v.y = from[1];
    if (count == 3) v.z = from[2];
  } else if (count == 1) {
    v.x = from[0];
  }
  return v;
}

/// Stores the first `count` of 4 lanes.
CSIMD_INLINE void csimd_store_first_of_4(float *_Nonnull to, int32_t count, csimd_float4 v) {
  if (count >= 4) {
    __builtin_memcpy(to, &v, sizeof v);
  } else if (count >= 2) {
    to[0] = v.x;
    to[1] = v.y;
    if (count == 3) to[2] = v.z;
  } else if (count == 1) {
    to[0] = v.x;
  }
}

/// `csimd_load_first` where a machine has no loads of some lanes: fours, which are a register of such a machine, with every
/// lane known when compiling. Others would send the vector through memory, where a core that reads at once what it wrote in
/// pieces waits four times as long as the product takes.
CSIMD_INLINE csimd_float16 csimd_load_first_by_fours(const float *_Nonnull from, int32_t count) {
  if (count >= 16) return csimd_load(from);
  csimd_float16 v;
  v.lo.lo = csimd_load_first_of_4(from, count);
  v.lo.hi = csimd_load_first_of_4(from + 4, count - 4);
  v.hi.lo = csimd_load_first_of_4(from + 8, count - 8);
  v.hi.hi = csimd_load_first_of_4(from + 12, count - 12);
  return v;
}

/// `csimd_store_first` in the same way.
CSIMD_INLINE void csimd_store_first_by_fours(float *_Nonnull to, int32_t count, csimd_float16 v) {
  if (count >= 16) return csimd_store(to, v);
  csimd_store_first_of_4(to, count, v.lo.lo);
  csimd_store_first_of_4(to + 4, count - 4, v.lo.hi);
  csimd_store_first_of_4(to + 8, count - 8, v.hi.lo);
  csimd_store_first_of_4(to + 12, count - 12, v.hi.hi);
}

/// The first `count` lanes from memory, zero in the others, for 0 to 16. Touches no float past the first `count`.
CSIMD_INLINE csimd_float16 csimd_load_first(const float *_Nonnull from, int32_t count) {
#if defined(__AVX512F__)
  return (csimd_float16)_mm512_maskz_loadu_ps((__mmask16)((1u << count) - 1), from);
#elif defined(__AVX2__)
  csimd_int32x16 wanted = csimd_lane_numbers() < count;
  __m256 low = _mm256_maskload_ps(from, (__m256i)wanted.lo);
  __m256 high = _mm256_maskload_ps(from + 8, (__m256i)wanted.hi);
  return __builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
#else
  return csimd_load_first_by_fours(from, count);
#endif
}

/// Stores the first `count` lanes, 0 to 16. Touches no float past them.
CSIMD_INLINE void csimd_store_first(float *_Nonnull to, int32_t count, csimd_float16 v) {
#if defined(__AVX512F__)
  _mm512_mask_storeu_ps(to, (__mmask16)((1u << count) - 1), (__m512)v);
#elif defined(__AVX2__)
  csimd_int32x16 wanted = csimd_lane_numbers() < count;
  _mm256_maskstore_ps(to, (__m256i)wanted.lo, (__m256)v.lo);
  _mm256_maskstore_ps(to + 8, (__m256i)wanted.hi, (__m256)v.hi);
#else
  csimd_store_first_by_fours(to, count, v);
#endif
}

/// a0 b0 a1 b1 ... a7 b7.
CSIMD_INLINE csimd_float16 csimd_interleave_low(csimd_float16 a, csimd_float16 b) {
  return __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

/// a8 b8 a9 b9 ... a15 b15.
CSIMD_INLINE csimd_float16 csimd_interleave_high(csimd_float16 a, csimd_float16 b) {
  return __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}

/// to[c, r] = from[r, c] for `height` x `width` elements, both at most 16. Whole vectors are stored: to[c, height...15]
/// becomes zero. Four perfect shuffles of the rows (first eight and last eight taking turns, lane by lane) transpose a
/// block. Here and not in Swift, which leaves the rows in memory instead of registers.
CSIMD_INLINE void csimd_transpose(
    const float *_Nonnull from, ptrdiff_t from_stride, int32_t height, int32_t width, float *_Nonnull to,
    ptrdiff_t to_stride) {
  csimd_float16 a[16], b[16];
#pragma clang loop unroll(full)
  for (int r = 0; r < 16; r++) a[r] = r < height ? csimd_load_first(from + r * from_stride, width) : (csimd_float16)0;
#pragma clang loop unroll(full)
  for (int round = 0; round < 2; round++) {
#pragma clang loop unroll(full)
    for (int r = 0; r < 8; r++) {
      b[2 * r] = csimd_interleave_low(a[r], a[r + 8]);
      b[2 * r + 1] = csimd_interleave_high(a[r], a[r + 8]);
    }
#pragma clang loop unroll(full)
    for (int r = 0; r < 8; r++) {
      a[2 * r] = csimd_interleave_low(b[r], b[r + 8]);
      a[2 * r + 1] = csimd_interleave_high(b[r], b[r + 8]);
    }
  }
#pragma clang loop unroll(full)
  for (int c = 0; c < 16; c++) {
    if (c < width) csimd_store(to + c * to_stride, a[c]);
  }
}

/// Soon to be read: fetches its line into the first-level cache. Any place will do, also one that nobody owns.
CSIMD_INLINE void csimd_prefetch(const float *_Nonnull place) { __builtin_prefetch(place); }

/// x, of which the compiler does not know where it came from. Offsets of rows then stay in registers: it would derive each
/// from the one before, and the chain of additions would take as long as the arithmetic it serves.
CSIMD_INLINE ptrdiff_t csimd_opaque(ptrdiff_t x) {
  __asm__("" : "+r"(x));
  return x;
}

/// The same of a place: rows then keep pointers of their own, and need no second register for where they are.
CSIMD_INLINE const float *_Nonnull csimd_opaque_place(const float *_Nonnull x) {
  __asm__("" : "+r"(x));
  return x;
}

// MARK: Arithmetic

/// a * b + c, rounded once.
CSIMD_INLINE csimd_float16 csimd_fma(csimd_float16 a, csimd_float16 b, csimd_float16 c) {
  return __builtin_elementwise_fma(a, b, c);
}

CSIMD_INLINE csimd_float16 csimd_sqrt(csimd_float16 x) { return __builtin_elementwise_sqrt(x); }

CSIMD_INLINE csimd_float16 csimd_abs(csimd_float16 x) { return __builtin_elementwise_abs(x); }

/// The larger lane; b's where either is not a number.
CSIMD_INLINE csimd_float16 csimd_max(csimd_float16 a, csimd_float16 b) { return a > b ? a : b; }

/// The smaller lane; b's where either is not a number.
CSIMD_INLINE csimd_float16 csimd_min(csimd_float16 a, csimd_float16 b) { return a < b ? a : b; }

/// `then` where a < b, `otherwise` elsewhere, also where either is not a number.
CSIMD_INLINE csimd_float16 csimd_where_less(
    csimd_float16 a, csimd_float16 b, csimd_float16 then, csimd_float16 otherwise) {
  return a < b ? then : otherwise;
}

/// The first `count` lanes of x, and `fill` in the others.
CSIMD_INLINE csimd_float16 csimd_first(int32_t count, csimd_float16 x, csimd_float16 fill) {
  return csimd_lane_numbers() < count ? x : fill;
}

/// Whole numbers to the nearest float.
CSIMD_INLINE csimd_float16 csimd_from_int(csimd_int32x16 x) { return __builtin_convertvector(x, csimd_float16); }

/// Rounds towards zero; the lanes must lie within the range of Int32.
CSIMD_INLINE csimd_int32x16 csimd_to_int(csimd_float16 x) { return __builtin_convertvector(x, csimd_int32x16); }

// MARK: Random bits

/// A one-to-one map of 32 bits after which each depends on all: the finalizer of MurmurHash3 (Appleby, 2011).
CSIMD_INLINE csimd_uint32x16 csimd_scramble(csimd_uint32x16 x) {
  x = (x ^ (x >> 16)) * 0x85ebca6bu;
  x = (x ^ (x >> 13)) * 0xc2b2ae35u;
  return x ^ (x >> 16);
}

/// Random words number `first` ... `first + 15` of the stream that both words of the key name.
CSIMD_INLINE csimd_uint32x16 csimd_random(uint32_t key0, uint32_t key1, uint32_t first) {
  csimd_uint32x16 number = (csimd_uint32x16)csimd_lane_numbers() + first;
  return csimd_scramble(csimd_scramble(number ^ key0) ^ key1);
}

/// x where the lane's bits, as a whole number, are not below `threshold`; zero elsewhere, whatever x is.
CSIMD_INLINE csimd_float16 csimd_drop(csimd_float16 x, csimd_uint32x16 bits, uint32_t threshold) {
  return bits < threshold ? (csimd_float16)0 : x;
}

// MARK: The fixed trees: lane i meets lane i + 8, then i + 4, i + 2, i + 1

CSIMD_INLINE float csimd_sum(csimd_float16 x) {
  __auto_type by8 = x.lo + x.hi;
  __auto_type by4 = by8.lo + by8.hi;
  __auto_type by2 = by4.lo + by4.hi;
  return by2.x + by2.y;
}

CSIMD_INLINE float csimd_largest(csimd_float16 x) {
  __auto_type by8 = x.lo > x.hi ? x.lo : x.hi;
  __auto_type by4 = by8.lo > by8.hi ? by8.lo : by8.hi;
  __auto_type by2 = by4.lo > by4.hi ? by4.lo : by4.hi;
  return by2.x > by2.y ? by2.x : by2.y;
}

// MARK: Double precision, for sums that are reported

CSIMD_INLINE csimd_double16 csimd_widen(csimd_float16 x) { return __builtin_convertvector(x, csimd_double16); }

CSIMD_INLINE csimd_double16 csimd_fma_double(csimd_double16 a, csimd_double16 b, csimd_double16 c) {
  return __builtin_elementwise_fma(a, b, c);
}

CSIMD_INLINE double csimd_sum_double(csimd_double16 x) {
  __auto_type by8 = x.lo + x.hi;
  __auto_type by4 = by8.lo + by8.hi;
  __auto_type by2 = by4.lo + by4.hi;
  return by2.x + by2.y;
}

#include "CSIMDElementary.h"

#pragma clang diagnostic pop

#endif
