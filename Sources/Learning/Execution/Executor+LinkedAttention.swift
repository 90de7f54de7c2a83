extension Executor {
  func linkedAttention(
    _ shape: Kernel.LinkedAttentionShape, _ bias: Parameter, _ values: Parameter, _ queryKeyValue: Int, _ output: Int,
    _ logSumExp: Int,
    _ batch: Batch
  ) {
    withLinks(of: batch, shape) { links in
      Kernel.linkedAttention(
        shape, qkv: workspace[queryKeyValue], links: links, rows: batch.tokenCount, bias: parameters + bias.offset,
        values: parameters + values.offset, output: workspace[output], logSumExp: workspace[logSumExp],
        scratch: workspace.scratch.pointer)
    }
  }

  func linkedAttentionBackward(
    _ shape: Kernel.LinkedAttentionShape, _ bias: Parameter, _ values: Parameter, _ queryKeyValue: Int, _ output: Int,
    _ logSumExp: Int,
    _ outputGradient: Int, _ inputGradient: Int, _ batch: Batch, _ gradients: UnsafeMutablePointer<Float>
  ) {
    withLinks(of: batch, shape) { links in
      Kernel.linkedAttentionBackward(
        shape, qkv: workspace[queryKeyValue], output: workspace[output], logSumExp: workspace[logSumExp],
        outputGradient: workspace[outputGradient], links: links, rows: batch.tokenCount,
        bias: parameters + bias.offset, values: parameters + values.offset, biasGradient: gradients + bias.offset,
        valueGradient: gradients + values.offset, qkvGradient: workspace[inputGradient],
        scratch: workspace.scratch.pointer)
    }
  }

  func checkLinks(_ batch: Batch, _ kindCount: Int) {
    precondition(
      batch.linkStarts.count == batch.tokenCount + 1,
      "The program attends along links, and \(batch.linkStarts.count - 1) of \(batch.tokenCount) tokens were given any."
    )
    batch.linkKinds.withUnsafeBufferPointer { kinds in
      if let first = kinds.baseAddress {
        check(first, rows: kinds.count, below: kindCount, what: "attention along links")
      }
    }
    let most = batch.linkStarts.indices.dropLast().reduce(0) {
      max($0, Int(batch.linkStarts[$1 + 1] - batch.linkStarts[$1]))
    }
    precondition(
      most <= workspace.longest,
      "A token has at most as many links as the longest sequence has tokens, \(workspace.longest), not \(most).")
  }

  private func withLinks(
    of batch: Batch, _ shape: Kernel.LinkedAttentionShape, _ body: (Kernel.Links) -> Void
  ) {
    batch.linkStarts.withUnsafeBufferPointer { starts in
      batch.linkEnds.withUnsafeBufferPointer { ends in
        batch.linkKinds.withUnsafeBufferPointer { kinds in
          // Without any link the two have no address, and nothing is read through it.
          body(
            Kernel.Links(
              starts: starts.baseAddress!, ends: ends.baseAddress ?? starts.baseAddress!,
              kinds: kinds.baseAddress ?? starts.baseAddress!))
        }
      }
    }
  }
}
