/// The straight line from the weights before a step to those after it.
final class StepPath {
  let before: FloatBuffer
  let after: FloatBuffer
  /// After - before, of the weights as they are stored.
  private(set) var delta: [Double]
  private let between: FloatBuffer

  init(at weights: [Float]) {
    (before, after) = (FloatBuffer(weights), FloatBuffer(weights))
    delta = Array(repeating: 0, count: weights.count)
    between = FloatBuffer(count: weights.count)
  }

  /// The next line begins where this one ended.
  func go(on weights: FloatBuffer) {
    before.replace(with: after)
    after.replace(with: weights)
    after.withSpan { end in before.withSpan { start in delta.becomeDifference(of: end, start) } }
  }

  /// The weights after `k` of so many equal parts of the way, computed in double and rounded once. They hold until the next
  /// ones are asked for.
  func point(_ k: Int, of intervals: Int) -> FloatBuffer {
    let part = Double(k) / Double(intervals)
    between.withMutableSpan { place in
      before.withSpan { start in Self.move(from: start, by: delta, times: part, to: &place) }
    }
    return between
  }

  private static func move(
    from start: Span<Float>, by delta: [Double], times part: Double, to place: inout MutableSpan<Float>
  ) {
    let delta = delta.span
    for index in 0..<delta.count { place[index] = Float(Double(start[index]) + part * delta[index]) }
  }

  /// Whether these are the weights that the next line will begin at, bit for bit.
  func ends(at weights: FloatBuffer) -> Bool {
    after.withSpan { end in
      weights.withSpan { other in
        end.count == other.count && (0..<end.count).allSatisfy { end[$0].bitPattern == other[$0].bitPattern }
      }
    }
  }
}
