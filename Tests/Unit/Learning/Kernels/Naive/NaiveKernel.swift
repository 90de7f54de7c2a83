/// The operations of `Kernel` as plain loops in double precision: what the fast ones are compared with. Their gradients
/// need no twins: the tests differentiate these numerically.
enum NaiveKernel {}
