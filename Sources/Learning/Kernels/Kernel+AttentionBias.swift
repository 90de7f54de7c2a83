import CSIMD

extension Kernel {
  /// The learned bias of one head's scores by distance, key minus query, as Shaw and others (2018) clip it: distances
  /// beyond `farthest`, to either side, count as that one.
  ///
  /// For one sequence it is spread out by query minus key, so that the biases of 16 neighbouring queries to one key, and
  /// their gradients, stand side by side.
  struct AttentionBias {
    let farthest, length: Int
    /// The head's row of the bias [headCount x (2 farthest + 1)]; -farthest comes first.
    let table: UnsafePointer<Float>
    let row: Int
    let scoreScale: Float
    /// By query minus key, from 1 - length on: what a score gets before it is scaled, and the gradients of that.
    let spread, gradients: UnsafeMutablePointer<Float>

    /// Nil where the shape has no bias. Takes the first floats of the scratch, up to `end`.
    init?(
      _ shape: AttentionShape, _ bias: UnsafePointer<Float>?, head: Int, length: Int,
      scratch: UnsafeMutablePointer<Float>
    ) {
      precondition((bias == nil) == (shape.farthest == nil), "Attention has a bias if, and only if, its shape says so.")
      guard let bias, let farthest = shape.farthest else { return nil }
      self.farthest = farthest
      self.length = length
      row = head * (2 * farthest + 1)
      table = bias + row
      scoreScale = shape.scoreScale
      spread = scratch
      gradients = scratch + Self.scratchCount(length: length) / 2
      spread.update(repeating: 0, count: Self.scratchCount(length: length))
      for index in 0..<max(0, 2 * length - 1) { spread[index] = table[column(index)] / scoreScale }
    }

    /// The last vector of queries may reach 15 places past the sequence.
    static func scratchCount(length: Int) -> Int { 2 * ((2 * length + 14 + 15) & ~15) }

    /// Where the scratch is free again.
    var end: UnsafeMutablePointer<Float> { spread + Self.scratchCount(length: length) }

    /// Adds the bias to a block's scores.
    func add(to block: AttentionBlock) {
      for lane in stride(from: 0, to: block.lanes, by: 16) {
        let distances = spread + (block.firstQuery + lane + length - 1)
        for j in 0..<block.keyCount {
          let at = block.weights + (j * block.lanes + lane)
          csimd_store(at, csimd_load(at) + csimd_load(distances - j))
        }
      }
    }

    /// Adds the gradients of a block's scores, keys in order.
    func collectGradients(from block: AttentionBlock) {
      for lane in stride(from: 0, to: block.lanes, by: 16) {
        let queries = Int32(min(16, block.queryCount - lane))
        let distances = gradients + (block.firstQuery + lane + length - 1)
        for j in 0..<block.keyCount {
          let gradient = csimd_load_first(block.gradients + (j * block.lanes + lane), queries)
          csimd_store(distances - j, csimd_load(distances - j) + gradient)
        }
      }
    }

    /// Adds what the blocks of a sequence collected to the gradient of the whole bias.
    func addGradients(to biasGradient: UnsafeMutablePointer<Float>) {
      for index in 0..<max(0, 2 * length - 1) {
        biasGradient[row + column(index)] += gradients[index] / scoreScale
      }
    }

    /// The column of the table for a place of `spread`.
    private func column(_ index: Int) -> Int {
      let distance = length - 1 - index  // key minus query
      return farthest + min(max(distance, -farthest), farthest)
    }
  }
}
