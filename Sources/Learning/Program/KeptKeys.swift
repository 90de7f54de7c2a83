/// What an instruction keeps of the tokens that were read before, where sequences are read in parts.
struct KeptKeys {
  /// By which buffer the cache finds it.
  let buffer: Int
  /// Of sixteen sequences, in floats.
  let count: Int
  let scratchCount: Int
}
