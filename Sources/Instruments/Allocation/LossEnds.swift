/// A set's loss at both ends of a run.
package struct LossEnds: Sendable, Hashable {
  package let first: Double
  package let last: Double

  package init(first: Double, last: Double) { (self.first, self.last) = (first, last) }
}
