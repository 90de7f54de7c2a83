import Seeds
import Storage

/// What a model answered in the middle of a stage.
package struct Milestone: Sendable, Hashable {
  /// The stage's steps done.
  package var step: Int
  /// By watched question: the predictions for its examples, in order.
  package var predictions: [[Float]]
}

extension Fingerprint {
  /// Nothing where nothing was watched: such a run keeps the fingerprint it would have without milestones.
  mutating func absorb(_ milestones: [Milestone]) {
    guard !milestones.isEmpty else { return }
    absorb("milestones")
    absorb(milestones.count)
    for milestone in milestones {
      absorb(milestone.step)
      for predictions in milestone.predictions { absorb(predictions) }
    }
  }
}

extension ByteWriter {
  mutating func write(_ milestones: [Milestone]) {
    write(milestones.count)
    for milestone in milestones {
      write(milestone.step)
      write(milestone.predictions)
    }
  }

  mutating func write(_ arrays: [[Float]]) {
    write(arrays.count)
    for values in arrays { write(values) }
  }
}

extension ByteReader {
  mutating func readMilestones() throws(Truncated) -> [Milestone] {
    var milestones: [Milestone] = []
    for _ in 0..<(try readCount()) {
      milestones.append(Milestone(step: try readInt(), predictions: try readFloatArrays()))
    }
    return milestones
  }

  mutating func readFloatArrays() throws(Truncated) -> [[Float]] {
    var arrays: [[Float]] = []
    for _ in 0..<(try readCount()) { arrays.append(try readFloats()) }
    return arrays
  }
}
