/// What a message-passing network is made of. Pure data.
package struct MessagePassingShape: Sendable, Hashable, Codable {
  package var vocabulary: Int
  package var idsPerToken: Int
  package var width: Int
  /// Links are of one of so many kinds.
  package var linkKinds: Int
  /// How often messages are passed. No parameter depends on it, so a trained network may be asked with more.
  package var loops: Int
  /// How many numbers, or logits, the head makes of each token it reads.
  package var outputs: Int
  /// Which tokens the head reads.
  package var readout: Readout
  package var loss: Loss

  package init(
    vocabulary: Int, idsPerToken: Int = 1, width: Int, linkKinds: Int, loops: Int, outputs: Int, readout: Readout,
    loss: Loss
  ) {
    precondition(
      vocabulary > 0 && idsPerToken > 0 && width > 0 && linkKinds > 0 && loops > 0 && outputs > 0,
      "A message-passing network needs positive sizes, not vocabulary \(vocabulary), ids \(idsPerToken), "
        + "width \(width), link kinds \(linkKinds), loops \(loops), outputs \(outputs).")
    self.vocabulary = vocabulary
    self.idsPerToken = idsPerToken
    self.width = width
    self.linkKinds = linkKinds
    self.loops = loops
    self.outputs = outputs
    self.readout = readout
    self.loss = loss
  }

  /// The same network that passes messages so often.
  package func looped(_ loops: Int) -> MessagePassingShape {
    var shape = self
    shape.loops = loops
    return shape
  }
}
