extension ProgramBuilder {
  /// Appends the reverse-mode counterpart of every operation, last first, and returns the buffer the loss writes:
  /// the gradient of `answer`.
  mutating func buildBackward(from answer: Int) -> Int {
    let start = addBuffer(like: answer)
    gradients[answer] = start
    for index in operations.indices.reversed() {
      // No gradient arrived: nothing that is read depends on this operation.
      guard let gradient = gradients[operations[index].output] else { continue }
      place = index
      operations[index].appendBackward(gradient, saved[index], to: &self)
    }
    return start
  }

  /// An instruction that can also add to what is there, which it is told.
  mutating func accumulate(into value: Int, _ instruction: (_ target: Int, _ accumulates: Bool) -> any Instruction) {
    let existing = gradients[value]
    let target = existing ?? addBuffer(like: value)
    gradients[value] = target
    backward.append(instruction(target, existing != nil))
  }

  /// An instruction that may write over the gradient it reads, where nobody else reads that.
  mutating func reuse(_ gradient: Int, for value: Int, _ instruction: (Int) -> any Instruction) {
    contribute(to: value, inPlace: isShared.contains(gradient) ? nil : gradient, instruction)
  }

  /// An instruction that can only write: straight into the gradient if it is the first, else into a buffer of its own, and added.
  mutating func contribute(to value: Int, inPlace: Int? = nil, _ instruction: (Int) -> any Instruction) {
    if let existing = gradients[value] {
      let added = addBuffer(like: value)
      backward.append(instruction(added))
      backward.append(Accumulate(source: added, target: existing))
    } else {
      let target = inPlace ?? addBuffer(like: value)
      gradients[value] = target
      backward.append(instruction(target))
    }
  }

  /// The same for an instruction that writes the gradients of several values at once, all different.
  mutating func contribute(to values: [Int], _ instruction: ([Int]) -> any Instruction) {
    precondition(Set(values).count == values.count, "An instruction writes each gradient once, unlike \(values).")
    let targets = values.map { addBuffer(like: $0) }
    backward.append(instruction(targets))
    for (value, target) in zip(values, targets) {
      if let existing = gradients[value] {
        backward.append(Accumulate(source: target, target: existing))
      } else {
        gradients[value] = target
      }
    }
  }

  /// A gradient that goes on unchanged: the same buffer where nothing else contributes to the input.
  mutating func handOn(_ gradient: Int, to value: Int) {
    if let existing = gradients[value] {
      backward.append(Accumulate(source: gradient, target: existing))
    } else if operations.indices.allSatisfy({ $0 == place || !operations[$0].inputs.contains(value) }) {
      gradients[value] = gradient
    } else {
      let copy = addBuffer(like: value)
      gradients[value] = copy
      backward.append(Copy(source: gradient, target: copy))
    }
  }

  /// A sum hands its gradient to both inputs. Where that is safe they share one buffer and nothing moves.
  mutating func shareOrAdd(_ gradient: Int, with left: Int, _ right: Int) {
    for value in [left, right] {
      if let existing = gradients[value] {
        backward.append(Accumulate(source: gradient, target: existing))
      } else if canShare(value, with: value == left ? right : left) {
        gradients[value] = gradient
        isShared.insert(gradient)
      } else {
        let copy = addBuffer(like: value)
        gradients[value] = copy
        backward.append(Copy(source: gradient, target: copy))
      }
    }
  }

  /// Both inputs of the sum at `place` may share its gradient if the later-made one is read by nothing else, and every
  /// other reader of the earlier one comes before the later one is made: going back, the later one is then finished
  /// with before anything more is added for the earlier one.
  private func canShare(_ value: Int, with other: Int) -> Bool {
    guard value != other else { return false }
    let later = max(value, other)  // values are numbered in the order they are made
    let earlier = min(value, other)
    let readsLater = operations.indices.filter { operations[$0].inputs.contains(later) }
    guard readsLater == [place], gradients[earlier] == nil || gradients[later] == nil else { return false }
    let maker = operations.firstIndex { $0.output == later }!
    return operations.indices.allSatisfy { reader in
      reader == place || reader < maker || !operations[reader].inputs.contains(earlier) || reader > place
    }
  }
}
