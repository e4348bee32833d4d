/** ESLint rule: a source file begins with a comment that says what it does. It knows no words: only that there are some. */

export const headerRule = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: 'Begin the file with a sentence that says what it does and does not know.' },
  },
  create(context) {
    return {
      Program(node) {
        const first = context.sourceCode.getAllComments()[0];
        const start = node.body[0]?.range[0] ?? Number.POSITIVE_INFINITY;
        if (node.body.length > 0 && !(first && first.range[0] < start)) {
          context.report({ loc: { line: 1, column: 0 }, messageId: 'missing' });
        }
      },
    };
  },
};
