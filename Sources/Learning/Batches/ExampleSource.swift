/// An endless stream of examples, each known by its index alone: whoever asks, in whatever order, gets the same ones.
package protocol ExampleSource: Sendable {
  var idsPerToken: Int { get }
  /// The most tokens a sequence can have.
  var longest: Int { get }
  /// Appends the examples with these indices, in order.
  func append(_ indices: Range<Int>, to batch: inout Batch)
}
