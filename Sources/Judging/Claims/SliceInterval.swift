/// A slice beside the score there, across replicates.
package struct SliceInterval: Hashable, Sendable {
  package let slice: Slice
  package let interval: Interval

  package init(slice: Slice, interval: Interval) {
    self.slice = slice
    self.interval = interval
  }
}
