import Learning
import Training

// What is set by name and stands in an enumeration's case, as properties. Each has them where its case is the one.

extension LearningRateSchedule {
  /// The highest rate of a warm-up, the first one before a drop, or the only one. A rate that stays level after its warm-up
  /// stays so.
  var peak: Double {
    get {
      switch self {
      case .constant(let rate), .warmupCosine(let rate, _, _), .drop(let rate, _, _): rate
      }
    }
    set {
      self =
        switch self {
        case .constant: .constant(newValue)
        case .warmupCosine(let peak, let warmup, let end):
          .warmupCosine(peak: newValue, warmup: warmup, end: end == peak ? newValue : end)
        case .drop(_, let steps, let then): .drop(from: newValue, after: steps, to: then)
        }
    }
  }

  /// What the rate comes to.
  var end: Double? {
    get {
      switch self {
      case .constant: nil
      case .warmupCosine(_, _, let end), .drop(_, _, let end): end
      }
    }
    set {
      guard let newValue else { return }
      self =
        switch self {
        case .constant: self
        case .warmupCosine(let peak, let warmup, _): .warmupCosine(peak: peak, warmup: warmup, end: newValue)
        case .drop(let first, let steps, _): .drop(from: first, after: steps, to: newValue)
        }
    }
  }

  var warmup: Int? {
    get { if case .warmupCosine(_, let warmup, _) = self { warmup } else { nil } }
    set {
      guard let newValue, case .warmupCosine(let peak, _, let end) = self else { return }
      self = .warmupCosine(peak: peak, warmup: newValue, end: end)
    }
  }
}

extension Optimizer.Rule {
  /// Of the running mean of gradients.
  var beta1: Double? {
    get { if case .adam(let beta1, _, _) = self { beta1 } else { nil } }
    set {
      guard let newValue, case .adam(_, let beta2, let epsilon) = self else { return }
      self = .adam(beta1: newValue, beta2: beta2, epsilon: epsilon)
    }
  }

  /// Of the running mean of squares.
  var beta2: Double? {
    get { if case .adam(_, let beta2, _) = self { beta2 } else { nil } }
    set {
      guard let newValue, case .adam(let beta1, _, let epsilon) = self else { return }
      self = .adam(beta1: beta1, beta2: newValue, epsilon: epsilon)
    }
  }

  var momentum: Double? {
    get {
      switch self {
      case .descent(let momentum), .rmsProp(_, let momentum, _): momentum
      case .adam: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .descent: self = .descent(momentum: newValue)
      case .rmsProp(let smoothing, _, let epsilon):
        self = .rmsProp(smoothing: smoothing, momentum: newValue, epsilon: epsilon)
      case .adam: break
      }
    }
  }

  var smoothing: Double? {
    get { if case .rmsProp(let smoothing, _, _) = self { smoothing } else { nil } }
    set {
      guard let newValue, case .rmsProp(_, let momentum, let epsilon) = self else { return }
      self = .rmsProp(smoothing: newValue, momentum: momentum, epsilon: epsilon)
    }
  }
}

extension Labels {
  /// The overseer's, where one gives the labels.
  var system: AmplificationRecipe? {
    get { if case .amplified(let system) = self { system } else { nil } }
    set { if let newValue, system != nil { self = .amplified(newValue) } }
  }
}

extension Stage {
  /// Of its recipe. An overseer that learns too keeps its steps for each of them.
  var steps: Int {
    get { recipe.steps }
    set {
      if let system = labels.system, recipe.steps > 0 {
        labels.system!.askerRecipe.steps = system.askerRecipe.steps / recipe.steps * newValue
      }
      recipe.steps = newValue
    }
  }
}

extension Architecture {
  var encoderShape: EncoderShape {
    get { if case .encoder(let shape) = self { shape } else { preconditionFailure("\(self) is no encoder.") } }
    set { self = .encoder(newValue) }
  }

  var loopedShape: LoopedEncoderShape {
    get { if case .looped(let shape) = self { shape } else { preconditionFailure("\(self) is no looped encoder.") } }
    set { self = .looped(newValue) }
  }

  var answererShape: AnswererShape {
    get { if case .answerer(let shape) = self { shape } else { preconditionFailure("\(self) is no answerer.") } }
    set { self = .answerer(newValue) }
  }

  var tapeShape: TapeEncoderShape {
    get { if case .tape(let shape) = self { shape } else { preconditionFailure("\(self) is no tape encoder.") } }
    set { self = .tape(newValue) }
  }

  var messagePassingShape: MessagePassingShape {
    get {
      guard case .messagePassing(let shape) = self else { preconditionFailure("\(self) passes no messages.") }
      return shape
    }
    set { self = .messagePassing(newValue) }
  }
}
