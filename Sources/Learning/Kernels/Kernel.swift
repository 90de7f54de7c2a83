import CSIMD

/// The arithmetic of learning over raw memory: the only place with unsafe pointers. It allocates nothing and knows no
/// layers. Every result has the same bits whatever the instruction set, the tile sizes or the number of workers:
///
/// * an element of a matrix product is one chain of fused multiply-adds over k in order, from its start value;
/// * a sum over rows, or over the keys of a softmax, is one chain in order; a sum along a row goes through 16 lanes, and
///   the lanes through one fixed tree (`csimd_sum`);
/// * exp, log, tanh and erf are ours (`CSIMDElementary.h`).
///
/// A readable twin of each stands among the tests, in `NaiveKernel`. Only whole vectors of 16 floats exist, whatever the machine.
enum Kernel {}

/// One logical vector: 16 floats.
typealias Lanes = csimd_float16
