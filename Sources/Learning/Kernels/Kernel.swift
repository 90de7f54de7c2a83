import CSIMD

/// The arithmetic of learning over raw memory: the only place with unsafe pointers. It allocates nothing and knows no
/// layers. Every result has the same bits whatever the instruction set, the tile sizes or the number of workers:
///
/// * an element of a matrix product is one chain of fused multiply-adds over k in order, from its start value;
/// * a sum over a row goes through 16 lanes, and the lanes through one fixed tree (`csimd_sum`);
/// * exp, log, tanh and erf are ours (`CSIMDElementary.h`).
///
/// A readable twin of each stands in `NaiveKernel`.
enum Kernel {}

/// The same operations as plain loops in double precision: what the fast ones are compared with.
enum NaiveKernel {}

/// One logical vector: 16 floats.
typealias Lanes = csimd_float16

/// A float matrix somewhere in memory: element (r, c) is `base[r * rowStride + c * columnStride]`.
struct MatrixView {
  var base: UnsafePointer<Float>
  var rowStride: Int
  var columnStride: Int
}
