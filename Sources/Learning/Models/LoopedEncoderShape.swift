/// What a looped encoder is made of. Pure data.
package struct LoopedEncoderShape: Sendable, Hashable, Codable {
  /// What the answer is made of.
  package enum Answer: String, Sendable, Hashable, Codable {
    /// The last loop's state.
    case lastState
    /// How many loops the answer was waited for: each counts by a number between 0 and 1.
    case waiting
    /// The same while the network learns. When it is asked, each loop counts by 0 or 1, whichever is nearer, so that
    /// hundreds of loops more than it learned with add up no small errors.
    case wholeLoops
    /// How many loops are expected until it stops: each goes on with a probability that is learned, and what has stopped stays
    /// so (as in Graves, 2016, and Banino and others, 2021). Loops beyond those it learned with then add next to nothing.
    case stopping
  }

  package var vocabulary: Int
  package var idsPerToken: Int
  package var width: Int
  package var headCount: Int
  package var hiddenWidth: Int
  package var activation: Activation
  package var normOrder: NormOrder
  /// Links are of one of so many kinds.
  package var linkKinds: Int
  /// How often the block is applied. Where it is one block no parameter depends on it, so a trained network may be asked
  /// with more.
  package var loops: Int
  /// Whether it is one block, or each loop has its own.
  package var isTied: Bool
  package var answer: Answer
  /// How many numbers, or logits, the head makes of each token it reads.
  package var outputs: Int
  /// Which tokens the head reads.
  package var readout: Readout
  package var loss: Loss
  package var progressiveLoss: ProgressiveLoss

  package init(
    vocabulary: Int, idsPerToken: Int = 1, width: Int, headCount: Int, hiddenWidth: Int, activation: Activation = .gelu,
    normOrder: NormOrder, linkKinds: Int, loops: Int, isTied: Bool = true, answer: Answer, outputs: Int,
    readout: Readout, loss: Loss,
    progressiveLoss: ProgressiveLoss = .none
  ) {
    precondition(
      vocabulary > 0 && idsPerToken > 0 && width > 0 && headCount > 0 && hiddenWidth > 0 && linkKinds > 0 && loops > 0
        && outputs > 0,
      "A looped encoder needs positive sizes, not vocabulary \(vocabulary), ids \(idsPerToken), width \(width), "
        + "heads \(headCount), hidden width \(hiddenWidth), link kinds \(linkKinds), loops \(loops), "
        + "outputs \(outputs).")
    self.vocabulary = vocabulary
    self.idsPerToken = idsPerToken
    self.width = width
    self.headCount = headCount
    self.hiddenWidth = hiddenWidth
    self.activation = activation
    self.normOrder = normOrder
    self.linkKinds = linkKinds
    self.loops = loops
    self.isTied = isTied
    self.answer = answer
    self.outputs = outputs
    self.readout = readout
    self.loss = loss
    self.progressiveLoss = progressiveLoss
  }

  /// The same network with its block applied so often.
  package func looped(_ loops: Int) -> LoopedEncoderShape {
    precondition(
      isTied || loops == self.loops, "Each of \(self.loops) loops has its own block, and there are not \(loops).")
    var shape = self
    shape.loops = loops
    return shape
  }
}
