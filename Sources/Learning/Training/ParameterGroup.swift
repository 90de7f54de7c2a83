/// Parameters that learn otherwise than the rest: the tensor of this name, and all whose names go on with a dot after it.
/// `blocks.1` is the second block, and not the eleventh.
package struct ParameterGroup: Sendable, Hashable, Codable {
  package var prefix: String
  /// Times the schedule's rate. With 0 they are frozen: neither they nor their moments change, whatever the optimizer.
  /// Their gradients still count where the gradient's norm is limited.
  package var rateFactor: Double
  /// In place of the optimizer's own (Adam's first beta); nil for that.
  package var momentum: Double?
  /// Whether the optimizer's weight decay reaches them.
  package var decays: Bool

  package init(_ prefix: String, rateFactor: Double = 1, momentum: Double? = nil, decays: Bool = true) {
    precondition(
      rateFactor >= 0 && rateFactor.isFinite && (0..<1).contains(momentum ?? 0),
      "A group needs a rate factor from 0 on and a momentum below 1, not \(rateFactor) and \(momentum ?? 0).")
    self.prefix = prefix
    self.rateFactor = rateFactor
    self.momentum = momentum
    self.decays = decays
  }

  func contains(_ parameter: Parameter) -> Bool {
    parameter.name == prefix || parameter.name.hasPrefix(prefix + ".")
  }

  /// The optimizer as it treats the group.
  func adapted(_ optimizer: Optimizer) -> Optimizer {
    var adapted = optimizer
    if !decays { adapted.weightDecay = 0 }
    guard let momentum else { return adapted }
    switch optimizer.rule {
    case .descent: adapted.rule = .descent(momentum: momentum)
    case .rmsProp(let smoothing, _, let epsilon):
      adapted.rule = .rmsProp(smoothing: smoothing, momentum: momentum, epsilon: epsilon)
    case .adam(_, let beta2, let epsilon): adapted.rule = .adam(beta1: momentum, beta2: beta2, epsilon: epsilon)
    }
    return adapted
  }
}
