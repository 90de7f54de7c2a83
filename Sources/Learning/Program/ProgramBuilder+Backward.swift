extension ProgramBuilder {
  /// Appends the reverse-mode counterpart of every operation, last first, and returns the buffer the loss writes:
  /// the gradient of `answer`.
  mutating func buildBackward(from answer: Int) -> Int {
    let start = addBuffer(like: answer)
    gradients[answer] = start
    for index in operations.indices.reversed() {
      // No gradient arrived: nothing that is read depends on this operation.
      guard let gradient = gradients[operations[index].output] else { continue }
      differentiate(index, gradient)
    }
    return start
  }

  private mutating func differentiate(_ index: Int, _ gradient: Int) {
    switch operations[index] {
    case .embed(let embedding, _):
      backward.append(.embedBackward(embedding, outputGradient: gradient))

    case .addPositions(let input, let positions, _):
      backward.append(.addPositionsBackward(positions, outputGradient: gradient))
      handOn(gradient, to: input, at: index)

    case .rotate(let input, let rotary, _):
      reuse(gradient, for: input) {
        .rotateBackward(rotary, outputGradient: gradient, inputGradient: $0)
      }

    case .linear(let input, let linear, _):
      let weight = pack(linear.weight)
      accumulate(into: input) {
        .linearBackward(
          input, weight, bias: linear.bias, outputGradient: gradient, inputGradient: $0, accumulates: $1)
      }

    case .multiply(let input, let matrix, let isTransposed, _):
      let weight = pack(matrix)
      accumulate(into: input) {
        .multiplyBackward(
          input, weight, isTransposed: isTransposed, outputGradient: gradient, inputGradient: $0, accumulates: $1)
      }

    case .softmax(let input, let output):
      reuse(gradient, for: input) {
        .softmaxBackward(output, outputGradient: gradient, inputGradient: $0)
      }

    case .chooseLargest: break  // Piecewise constant.

    case .add(let left, let right, _):
      shareOrAdd(gradient, with: left, right, at: index)

    case .activate(let activation, let input, _):
      reuse(gradient, for: input) {
        .activateBackward(activation, input, outputGradient: gradient, inputGradient: $0)
      }

    case .layerNorm(let input, let norm, _):
      let kept = saved[index]
      accumulate(into: input) {
        .layerNormBackward(
          input, norm, mean: kept[0], inverseDeviation: kept[1], outputGradient: gradient, inputGradient: $0,
          accumulates: $1)
      }

    case .batchNorm(let input, let norm, _):
      let kept = saved[index]
      contribute(to: input) {
        .batchNormBackward(
          input, norm, mean: kept[0], inverseDeviation: kept[1], outputGradient: gradient, inputGradient: $0)
      }

    case .attention(let shape, let bias, let queryKeyValue, let output):
      let kept = saved[index]
      contribute(to: queryKeyValue) {
        .attentionBackward(
          shape, bias: bias, queryKeyValue: queryKeyValue, output: output, logSumExp: kept[0],
          outputGradient: gradient, inputGradient: $0)
      }

    case .linkedAttention(let shape, let bias, let values, let queryKeyValue, let output):
      let kept = saved[index]
      contribute(to: queryKeyValue) {
        .linkedAttentionBackward(
          shape, bias: bias, values: values, queryKeyValue: queryKeyValue, output: output, logSumExp: kept[0],
          outputGradient: gradient, inputGradient: $0)
      }

    case .crossAttention(let shape, let queries, let keysValues, _):
      contribute(to: [queries, keysValues]) {
        .crossAttentionBackward(
          shape, queries: queries, keysValues: keysValues, outputGradient: gradient, queryGradient: $0[0],
          keyValueGradient: $0[1])
      }

    case .pointer(let shape, let values, let output):
      contribute(to: values.all) {
        .pointerBackward(
          shape, values, output: output, outputGradient: gradient,
          gradients: PointerValues(queries: $0[0], keys: $0[1], gates: $0[2], logits: $0[3]))
      }

    case .lastRows(let input, _):
      contribute(to: input) { .lastRowsBackward(outputGradient: gradient, inputGradient: $0) }

    case .dropout(let dropout, let number, let input, _):
      reuse(gradient, for: input) {
        .dropoutBackward(dropout, number: number, outputGradient: gradient, inputGradient: $0)
      }

    case .stopGradient(let loss, let loop, let loops, let input, _):
      reuse(gradient, for: input) {
        .stopGradientBackward(loss, after: loop, of: loops, outputGradient: gradient, inputGradient: $0)
      }

    case .multiHot: break

    case .columns(let input, let first, _):
      contribute(to: input) { .columnsBackward(first: first, outputGradient: gradient, inputGradient: $0) }

    case .join(let inputs, _):
      var first = 0
      for input in inputs {
        contribute(to: input) { .columns(gradient, first: first, output: $0) }
        first += buffers[input].width
      }

    case .fold(let input, let parts, _):
      contribute(to: input) { .foldBackward(parts: parts, outputGradient: gradient, inputGradient: $0) }

    case .affine(let input, let scale, _, _):
      reuse(gradient, for: input) {
        .affine(gradient, scale: scale, shift: -0.0, output: $0)
      }
    }
  }

  /// An instruction that can also add to what is there, which it is told.
  private mutating func accumulate(into value: Int, _ instruction: (_ target: Int, _ accumulates: Bool) -> Instruction)
  {
    let existing = gradients[value]
    let target = existing ?? addBuffer(like: value)
    gradients[value] = target
    backward.append(instruction(target, existing != nil))
  }

  /// An instruction that may write over the gradient it reads, where nobody else reads that.
  private mutating func reuse(_ gradient: Int, for value: Int, _ instruction: (Int) -> Instruction) {
    contribute(to: value, inPlace: isShared.contains(gradient) ? nil : gradient, instruction)
  }

  /// An instruction that can only write: straight into the gradient if it is the first, else into a buffer of its own, and added.
  private mutating func contribute(to value: Int, inPlace: Int? = nil, _ instruction: (Int) -> Instruction) {
    if let existing = gradients[value] {
      let added = addBuffer(like: value)
      backward.append(instruction(added))
      backward.append(.accumulate(added, into: existing))
    } else {
      let target = inPlace ?? addBuffer(like: value)
      gradients[value] = target
      backward.append(instruction(target))
    }
  }

  /// The same for an instruction that writes the gradients of several values at once, all different.
  private mutating func contribute(to values: [Int], _ instruction: ([Int]) -> Instruction) {
    precondition(Set(values).count == values.count, "An instruction writes each gradient once, unlike \(values).")
    let targets = values.map { addBuffer(like: $0) }
    backward.append(instruction(targets))
    for (value, target) in zip(values, targets) {
      if let existing = gradients[value] {
        backward.append(.accumulate(target, into: existing))
      } else {
        gradients[value] = target
      }
    }
  }

  /// A gradient that goes on unchanged: the same buffer where nothing else contributes to the input.
  private mutating func handOn(_ gradient: Int, to value: Int, at index: Int) {
    if let existing = gradients[value] {
      backward.append(.accumulate(gradient, into: existing))
    } else if operations.indices.allSatisfy({ $0 == index || !operations[$0].inputs.contains(value) }) {
      gradients[value] = gradient
    } else {
      let copy = addBuffer(like: value)
      gradients[value] = copy
      backward.append(.copy(gradient, to: copy))
    }
  }

  /// A sum hands its gradient to both inputs. Where that is safe they share one buffer and nothing moves.
  private mutating func shareOrAdd(_ gradient: Int, with left: Int, _ right: Int, at index: Int) {
    for value in [left, right] {
      if let existing = gradients[value] {
        backward.append(.accumulate(gradient, into: existing))
      } else if canShare(value, with: value == left ? right : left, at: index) {
        gradients[value] = gradient
        isShared.insert(gradient)
      } else {
        let copy = addBuffer(like: value)
        gradients[value] = copy
        backward.append(.copy(gradient, to: copy))
      }
    }
  }

  /// Both inputs of the sum at `index` may share its gradient if the later-made one is read by nothing else, and every
  /// other reader of the earlier one comes before the later one is made: going back, the later one is then finished
  /// with before anything more is added for the earlier one.
  private func canShare(_ value: Int, with other: Int, at index: Int) -> Bool {
    guard value != other else { return false }
    let later = max(value, other)  // values are numbered in the order they are made
    let earlier = min(value, other)
    let readsLater = operations.indices.filter { operations[$0].inputs.contains(later) }
    guard readsLater == [index], gradients[earlier] == nil || gradients[later] == nil else { return false }
    let maker = operations.firstIndex { $0.output == later }!
    return operations.indices.allSatisfy { reader in
      reader == index || reader < maker || !operations[reader].inputs.contains(earlier) || reader > index
    }
  }
}
