/// exp, log, tanh and erf over 16 lanes, from additions, products, fused products and bit shifts: the same bits on every
/// machine, which the C library does not promise.
///
/// They stand here and not in Swift because without whole-module optimisation Swift inlines nothing across files, and
/// activations, attention and losses live in different ones. Still arithmetic only.
///
/// Errors, measured against double precision over every 97th float of the range (ElementaryTests), in spacings of floats
/// at the result: exp 0.92, log 0.78, tanh 2.42, erf 3.75.
#ifndef CSIMD_ELEMENTARY_H
#define CSIMD_ELEMENTARY_H

#include "CSIMD.h"

/// (e^r - 1 - r) / r^2 for |r| <= ln(2) / 2. Minimax in the relative error of e^r: 3e-9.
CSIMD_INLINE csimd_float16 csimd_exp_tail(csimd_float16 r) {
  csimd_float16 p = csimd_broadcast(0x1.6db3e8p-10f);
  p = csimd_fma(p, r, csimd_broadcast(0x1.123b46p-7f));
  p = csimd_fma(p, r, csimd_broadcast(0x1.55545ep-5f));
  p = csimd_fma(p, r, csimd_broadcast(0x1.55549p-3f));
  return csimd_fma(p, r, csimd_broadcast(0.5f));
}

/// x = n ln 2 + r with |r| <= ln(2) / 2: returns r, and n in the low bits of `n_bits`: adding 1.5 * 2^23 leaves no room
/// for a fraction, so the sum's last bits are n.
CSIMD_INLINE csimd_float16 csimd_exp_reduce(csimd_float16 x, csimd_uint32x16 *_Nonnull n_bits) {
  const csimd_float16 shifter = csimd_broadcast(0x1.8p23f);
  csimd_float16 shifted = csimd_fma(x, csimd_broadcast(0x1.715476p0f), shifter);
  csimd_float16 n = shifted - shifter;
  *n_bits = (csimd_uint32x16)shifted;
  csimd_float16 r = csimd_fma(n, csimd_broadcast(-0x1.62e43p-1f), x);
  return csimd_fma(n, csimd_broadcast(0x1.05c61p-29f), r);
}

/// e^x. Below 2^-126 (x < -87.33) it is zero, above the largest float infinity.
CSIMD_INLINE csimd_float16 csimd_exp(csimd_float16 x) {
  csimd_uint32x16 n;
  csimd_float16 r = csimd_exp_reduce(x, &n);
  csimd_float16 p = csimd_fma(csimd_fma(csimd_exp_tail(r), r, csimd_broadcast(1)), r, csimd_broadcast(1));
  csimd_float16 y = (csimd_float16)((csimd_uint32x16)p + (n << 23));
  y = csimd_where_less(x, csimd_broadcast(-0x1.5d589ep6f), csimd_broadcast(0), y);
  return csimd_where_less(csimd_broadcast(0x1.62e42ep6f), x, csimd_broadcast(__builtin_inff()), y);
}

/// The natural logarithm of a positive normal float. Zero gives minus infinity, a negative number NaN.
CSIMD_INLINE csimd_float16 csimd_log(csimd_float16 x) {
  // x = 2^n m with m in [sqrt(1/2), sqrt(2)): count exponents from the bits of sqrt(1/2).
  csimd_uint32x16 shifted = (csimd_uint32x16)x - 0x3f3504f3u;
  csimd_float16 n = csimd_from_int((csimd_int32x16)shifted >> 23);
  csimd_float16 m = (csimd_float16)((shifted & 0x007fffffu) + 0x3f3504f3u);
  csimd_float16 f = m - csimd_broadcast(1);
  // (ln(1 + f) - f + f^2 / 2) / f^3. Minimax in the relative error of ln(1 + f): 8e-10.
  csimd_float16 p = csimd_broadcast(0x1.1457ap-4f);
  p = csimd_fma(p, f, csimd_broadcast(-0x1.de3c12p-4f));
  p = csimd_fma(p, f, csimd_broadcast(0x1.e6f06cp-4f));
  p = csimd_fma(p, f, csimd_broadcast(-0x1.fc220ap-4f));
  p = csimd_fma(p, f, csimd_broadcast(0x1.233768p-3f));
  p = csimd_fma(p, f, csimd_broadcast(-0x1.555c4ep-3f));
  p = csimd_fma(p, f, csimd_broadcast(0x1.99a4b6p-3f));
  p = csimd_fma(p, f, csimd_broadcast(-0x1.000006p-2f));
  p = csimd_fma(p, f, csimd_broadcast(0x1.555548p-2f));
  csimd_float16 square = f * f;
  csimd_float16 tail = csimd_fma(p * f, square, n * csimd_broadcast(-0x1.05c61p-29f));
  tail = csimd_fma(csimd_broadcast(-0.5f), square, tail);
  csimd_float16 y = csimd_fma(n, csimd_broadcast(0x1.62e43p-1f), f + tail);
  const csimd_float16 zero = csimd_broadcast(0), infinity = csimd_broadcast(__builtin_inff());
  y = csimd_where_less(zero, x, y, csimd_where_less(x, zero, csimd_broadcast(__builtin_nanf("")), x - infinity));
  return csimd_where_less(x, infinity, y, x);
}

/// The hyperbolic tangent: with u = e^(2|x|) - 1, tanh |x| = u / (u + 2).
CSIMD_INLINE csimd_float16 csimd_tanh(csimd_float16 x) {
  // Beyond 9.02 the result rounds to 1. Written so that NaN stays NaN.
  csimd_float16 size = csimd_abs(x);
  csimd_float16 twice = csimd_min(csimd_broadcast(20), size + size);
  csimd_uint32x16 n;
  csimd_float16 r = csimd_exp_reduce(twice, &n);
  csimd_float16 q = csimd_fma(csimd_exp_tail(r) * r, r, r);  // e^r - 1
  csimd_float16 power = (csimd_float16)((n << 23) + 0x3f800000u);
  csimd_float16 u = csimd_fma(power, q, power - csimd_broadcast(1));
  return __builtin_elementwise_copysign(u / (u + csimd_broadcast(2)), x);
}

/// How many vectors go through a polynomial side by side: each is a chain of products that wait for one another.
typedef struct {
  csimd_float16 lanes[CSIMD_CHAINS];
} csimd_vectors;

/// How often the loop over a polynomial's powers is unrolled. Not at all, or a compiler puts the chains one behind the other,
/// and a core does not look far enough ahead to find the next. NEON's fused product overwrites its addend, so that each
/// power moves its coefficient, and a loop its sums too: three powers at a time need half of these moves.
#if defined(__aarch64__)
#define CSIMD_UNROLL_POWERS _Pragma("clang loop unroll_count(3)")
#else
#define CSIMD_UNROLL_POWERS _Pragma("clang loop unroll(disable)")
#endif

/// The polynomial in u = scale x^2 - 1 of these coefficients, the highest power's first.
CSIMD_INLINE csimd_vectors csimd_polynomials(
    const float *_Nonnull coefficients, int count, float scale, csimd_vectors x) {
  csimd_vectors u, p;
#pragma clang loop unroll(full)
  for (int i = 0; i < CSIMD_CHAINS; i++) {
    u.lanes[i] = csimd_fma(x.lanes[i] * x.lanes[i], csimd_broadcast(scale), csimd_broadcast(-1));
    p.lanes[i] = csimd_broadcast(coefficients[0]);
  }
  CSIMD_UNROLL_POWERS
  for (int k = 1; k < count; k++) {
    csimd_float16 next = csimd_broadcast(coefficients[k]);
#pragma clang loop unroll(full)
    for (int i = 0; i < CSIMD_CHAINS; i++) p.lanes[i] = csimd_fma(p.lanes[i], u.lanes[i], next);
  }
  return p;
}

/// The error function, as x P(x^2): P is a mean of decaying exponentials, so one polynomial about the middle of
/// 0 <= x^2 <= 15.5 serves the whole range, and beyond it erf rounds to 1. Minimax in relative error: 2.8e-8.
CSIMD_INLINE csimd_vectors csimd_erf_each(csimd_vectors x) {
  static const float coefficients[16] = {
    -0x1.dfca18p-11f, 0x1.283a62p-9f, -0x1.7a1e8cp-10f, 0x1.f842e8p-10f,
    -0x1.05d924p-7f, 0x1.e3ca84p-7f, -0x1.4f666p-6f, 0x1.ee3f4ap-6f,
    -0x1.681088p-5f, 0x1.e1b16cp-5f, -0x1.2fe75p-4f, 0x1.72c92ep-4f,
    -0x1.bdf284p-4f, 0x1.118d4p-3f, -0x1.6f4dbcp-3f, 0x1.6fcd22p-2f,
  };
  const csimd_float16 one = csimd_broadcast(1), edge = csimd_broadcast(3.92f);
  csimd_vectors y;
  csimd_vectors p = csimd_polynomials(coefficients, 16, 0x1.084210p-3f, x);  // x^2 / 7.75 - 1
#pragma clang loop unroll(full)
  for (int i = 0; i < CSIMD_CHAINS; i++) {
    csimd_float16 inside = csimd_where_less(edge, x.lanes[i], one, x.lanes[i] * p.lanes[i]);
    y.lanes[i] = csimd_where_less(x.lanes[i], -edge, -one, inside);
  }
  return y;
}

CSIMD_INLINE csimd_float16 csimd_erf(csimd_float16 x) {
  csimd_vectors each = {{x}};
  return csimd_erf_each(each).lanes[0];
}

/// GELU's slope, Phi(x) + x phi(x) = 1/2 + x R(x^2). As for erf, one polynomial about the middle of the range serves all
/// of it, which halves the time of computing Phi and phi. Minimax in absolute error: 2e-8; beyond 5.7 the slope is 0 or 1
/// within 2e-7.
CSIMD_INLINE csimd_vectors csimd_gelu_slope_each(csimd_vectors x) {
  static const float coefficients[18] = {
    -0x1.0bf528p-9f, 0x1.596318p-8f, -0x1.601c7cp-9f, 0x1.9788f2p-10f,
    -0x1.e30d48p-7f, 0x1.d76a6ap-6f, -0x1.109c74p-5f, 0x1.5b26d4p-5f,
    -0x1.ddbb9p-5f, 0x1.1a5392p-4f, -0x1.244294p-4f, 0x1.17e87cp-4f,
    -0x1.f65ce4p-5f, 0x1.b48598p-5f, -0x1.8cc09cp-5f, 0x1.9a9d5cp-5f,
    -0x1.01b294p-4f, 0x1.fc807ap-4f,
  };
  const csimd_float16 edge = csimd_broadcast(5.7f);
  csimd_vectors y;
#pragma clang loop unroll(full)
  for (int i = 0; i < CSIMD_CHAINS; i++) x.lanes[i] = csimd_min(edge, csimd_max(-edge, x.lanes[i]));
  csimd_vectors p = csimd_polynomials(coefficients, 18, 1.0f / 16.25f, x);
#pragma clang loop unroll(full)
  for (int i = 0; i < CSIMD_CHAINS; i++) y.lanes[i] = csimd_fma(x.lanes[i], p.lanes[i], csimd_broadcast(0.5f));
  return y;
}

/// The first `count` floats from memory, zeros after them. Touches no float past them.
CSIMD_INLINE csimd_vectors csimd_load_vectors(const float *_Nonnull from, int32_t count) {
  csimd_vectors v;
#pragma clang loop unroll(full)
  for (int i = 0; i < CSIMD_CHAINS; i++) {
    int32_t left = count - 16 * i;
    v.lanes[i] = left >= 16 ? csimd_load(from + 16 * i) : csimd_load_first(from + 16 * i, left > 0 ? left : 0);
  }
  return v;
}

CSIMD_INLINE void csimd_store_vectors(float *_Nonnull to, int32_t count, csimd_vectors v) {
#pragma clang loop unroll(full)
  for (int i = 0; i < CSIMD_CHAINS; i++) {
    int32_t left = count - 16 * i;
    if (left >= 16) {
      csimd_store(to + 16 * i, v.lanes[i]);
    } else if (left > 0) {
      csimd_store_first(to + 16 * i, left, v.lanes[i]);
    }
  }
}

/// y = x Phi(x) = x / 2 + x / 2 erf(x / sqrt 2) of `count` floats, at most 16 CSIMD_CHAINS.
CSIMD_INLINE void csimd_gelu(const float *_Nonnull x, int32_t count, float *_Nonnull y) {
  csimd_vectors input = csimd_load_vectors(x, count), scaled, output;
#pragma clang loop unroll(full)
  for (int i = 0; i < CSIMD_CHAINS; i++) scaled.lanes[i] = input.lanes[i] * csimd_broadcast(0.70710678f);
  csimd_vectors e = csimd_erf_each(scaled);
#pragma clang loop unroll(full)
  for (int i = 0; i < CSIMD_CHAINS; i++) {
    csimd_float16 half = input.lanes[i] * csimd_broadcast(0.5f);
    output.lanes[i] = csimd_fma(half, e.lanes[i], half);
  }
  csimd_store_vectors(y, count, output);
}

/// dx = dy times GELU's slope at x, of `count` floats, at most 16 CSIMD_CHAINS.
CSIMD_INLINE void csimd_gelu_backward(
    const float *_Nonnull x, const float *_Nonnull dy, int32_t count, float *_Nonnull dx) {
  csimd_vectors slopes = csimd_gelu_slope_each(csimd_load_vectors(x, count));
  csimd_vectors gradients = csimd_load_vectors(dy, count);
#pragma clang loop unroll(full)
  for (int i = 0; i < CSIMD_CHAINS; i++) slopes.lanes[i] *= gradients.lanes[i];
  csimd_store_vectors(dx, count, slopes);
}

#endif
