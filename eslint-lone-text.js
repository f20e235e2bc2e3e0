import ts from 'typescript'

const isBlank = (child) => child.type === 'JSXText' && /^\s*$/.test(child.value) && child.value.includes('\n')
const isEmpty = (child) =>
  child.type === 'JSXExpressionContainer' && child.expression.type === 'JSXEmptyExpression'

function mayBeText(type) {
  // The caller answers for a `ReactNode` that it passes in.
  if (type.aliasSymbol?.name === 'ReactNode') return false
  if (type.isUnion()) return type.types.some(mayBeText)
  return (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike)) !== 0
}

/**
 * Requires an element of its own for every text. Browsers that translate a page replace text nodes with their own
 * elements. React then updates detached nodes, and throws when it inserts something before them or removes them. An
 * element's only child is safe, because React sets it as a whole.
 */
export const loneText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { mixed: 'Give this text an element to itself: a translating browser would break it here.' },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices
    const checker = program.getTypeChecker()
    const isText = (child) => {
      if (child.type === 'JSXText') return true
      if (child.type !== 'JSXExpressionContainer') return false
      return mayBeText(checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(child.expression)))
    }
    const check = (node) => {
      const children = node.children.filter((child) => !isBlank(child) && !isEmpty(child))
      if (node.type === 'JSXElement' && children.length < 2) return
      for (const child of children) if (isText(child)) context.report({ node: child, messageId: 'mixed' })
    }
    return { JSXElement: check, JSXFragment: check }
  },
}
