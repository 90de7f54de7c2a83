/// A transformer of attention alone (Elhage and others, 2021): no norm, no feed-forward layer, no bias, no projection, and
/// scores that are not scaled. So simple that its weights can be written by hand.
package struct AttentionOnly: Model {
  package let shape: AttentionOnlyShape
  package let layout: ParameterLayout
  /// By group of heads: one for each layer, or a single one that all layers share.
  let attentions: [[SummedAttention]]

  package init(_ shape: AttentionOnlyShape) {
    var layout = ParameterLayout()
    attentions = shape.groups.map { group in
      (0..<(group.isShared ? 1 : shape.layerCount)).map { layer in
        SummedAttention(
          group.isShared ? group.name : "\(group.name).\(layer)", width: shape.width, headCount: group.headCount,
          queryWidth: group.queryWidth, outputs: group.writes.count, in: &layout)
      }
    }
    self.shape = shape
    self.layout = layout
  }

  package var statistics: ParameterLayout { ParameterLayout() }
  package var idsPerToken: Int { shape.idsPerToken }
  package var loss: Loss { .squaredError }

  package func callAsFunction(in recorder: Recorder) -> Value {
    var state = recorder.record(rows: .tokens, width: shape.width) { MultiHot(output: $0) }
    for layer in 0..<shape.layerCount {
      // All heads read the state as the layer found it.
      let found = attentions.map { $0[$0.count == 1 ? 0 : layer](state) }
      for (group, found) in zip(shape.groups, found) {
        state = state.replacing(group.writes, with: group.squashed(state.columns(group.writes) + found))
      }
    }
    let answered = state.last(1).columns(shape.answer)
    return answered.folded(parts: answered.width).scaled(by: -1, plus: Float(1 + answered.width))
  }

  /// The matrices of one role in a group: head after head, and layer after layer where each layer has its own.
  package func matrices(_ role: HeadMatrix.Role, of group: String) -> [HeadMatrix] {
    guard let index = shape.groups.firstIndex(where: { $0.name == group }) else {
      preconditionFailure(
        "There are no heads \(group), only \(shape.groups.map(\.name).joined(separator: ", ")).")
    }
    return attentions[index].flatMap { attention in
      (0..<attention.shape.headCount).map { attention.matrix(role, head: $0) }
    }
  }
}

extension AttentionOnlyShape.HeadGroup {
  fileprivate func squashed(_ x: Value) -> Value {
    guard let squash else { return x }
    return x.scaled(by: Float(squash)).activated(by: .sigmoid).scaled(by: 2, plus: -1)
  }
}
